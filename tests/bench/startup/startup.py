#!/usr/bin/env python3
"""Start to first painted window, ours against an empty Qt main window, as a ratio in one run.

Usage: startup.py SHIRUSHI EMPTY [ROUNDS]. Both end once they are painted (ours with SHIRUSHI_QUIT_WHEN_PAINTED).
They take turns, so that a busy machine slows both; what is compared is the median. Exit 1 above 1.5.

Both draw on a display of an X server of their own (Xvfb), as on a desktop. QT_QPA_PLATFORM=offscreen measures
without: then an empty window reads no fonts at all, and one with a single word in it already takes twice as long.
"""
import contextlib
import os
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = 1.5


@contextlib.contextmanager
def display():
    """The environment of an X server that ends with the measuring; none where another platform is asked for."""
    if "QT_QPA_PLATFORM" in os.environ:
        yield {}
        return
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24"], pass_fds=[writing],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":" + number.readline().strip()}
    finally:
        server.terminate()
        server.wait()


def start(program, environment):
    begun = time.perf_counter()
    # No time limit: with one, Python looks for the end in steps of its own and measures those.
    subprocess.run([program], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main():
    ours, empty = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    with tempfile.TemporaryDirectory() as folder, display() as shown:
        environment = dict(os.environ, SHIRUSHI_DATA=folder, SHIRUSHI_QUIT_WHEN_PAINTED="1", **shown)
        times = {ours: [], empty: []}
        for number in range(rounds + 2):
            for program in (empty, ours):
                taken = start(program, environment)
                if number >= 2:  # the first ones fill the caches
                    times[program].append(taken)
    medians = {program: statistics.median(taken) for program, taken in times.items()}
    ratio = medians[ours] / medians[empty]
    print(f"empty window {medians[empty] * 1000:.0f} ms, shirushi {medians[ours] * 1000:.0f} ms, "
          f"ratio {ratio:.2f} (goal {GOAL})")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
