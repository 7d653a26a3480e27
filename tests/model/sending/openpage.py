#!/usr/bin/env python3
"""Opens a page in headless Chromium as a person would: types a password, presses Enter, waits for the answer.

usage: openpage.py CHROMIUM PAGE PASSWORD FOLDER    (downloads go into FOLDER; the answer is printed)

Chromium is driven through a pipe (DevTools protocol), and has no network: a namespace of its own where the system
gives one, and a proxy that is not there in any case.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

PATIENCE = 60


class Browser:
    def __init__(self, program, profile):
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()

        def give_pipes():
            os.dup2(to_browser, 13)
            os.dup2(from_browser, 14)
            os.dup2(13, 3)
            os.dup2(14, 4)

        command = [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                   "--proxy-server=127.0.0.1:9", "--remote-debugging-pipe", "--lang=ja", f"--user-data-dir={profile}", "about:blank"]
        if subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode == 0:
            command = ["unshare", "-rn"] + command
        self.process = subprocess.Popen(command, preexec_fn=give_pipes, close_fds=False, stdin=subprocess.DEVNULL,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number = 0
        self.held = b""

    def ask(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.held:
                piece = os.read(self.into, 65536)
                if not piece:
                    sys.exit("Chromium went away.")
                self.held += piece
            text, self.held = self.held.split(b"\0", 1)
            answer = json.loads(text)
            if answer.get("id") == self.number:
                return answer.get("result", answer)


def main():
    program, page, password, folder = sys.argv[1:]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(program, profile)
        try:
            browser.ask("Browser.setDownloadBehavior", behavior="allow", downloadPath=folder)
            target = browser.ask("Target.createTarget", url="file://" + page)["targetId"]
            session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]

            def value(expression):
                return browser.ask("Runtime.evaluate", session, expression=expression, returnByValue=True).get("result", {}).get("value")

            def wait(expression):
                end = time.monotonic() + PATIENCE
                while time.monotonic() < end:
                    found = value(expression)
                    if found:
                        return found
                    time.sleep(0.1)
                sys.exit("Nothing happened: " + expression)

            wait("document.readyState === 'complete' && document.activeElement.id === 'password'")
            browser.ask("Input.insertText", session, text=password)
            for kind in ("keyDown", "keyUp"):
                browser.ask("Input.dispatchKeyEvent", session, type=kind, key="Enter", code="Enter", text="\r", windowsVirtualKeyCode=13)
            state = wait("document.getElementById('status').className")
            print(state, value("document.getElementById('status').textContent"))
            print("focus", value("document.activeElement.id"))
            end = time.monotonic() + PATIENCE
            while state == "good" and time.monotonic() < end:
                names = os.listdir(folder)
                if names and not any(name.endswith(".crdownload") for name in names):
                    break
                time.sleep(0.1)
        finally:
            browser.process.kill()
            browser.process.wait()


main()
