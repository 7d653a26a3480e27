#!/usr/bin/env python3
"""Stamping and reading labels against exiftool, in one run, as ratios.

usage: labels.py SHIRUSHI-CLI [--files N] [--tree N] [--folder FOLDER]

Both programs get the same files in the same place (default: a memory file system, so that the disk is not what
is measured), one process over all files, in turn, three times; the medians are compared. What Shirushi does
more than exiftool is in its time: signing in, signing each label, reading it back, recording it.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

CLASS = "confidentiality=3B,integrity=2,availability=1"
ROUNDS = 3


def run(command, environment=None):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    return time.perf_counter() - start, done


def minimal_pdf(pages, number):
    """A PDF with text on each page, a cross-reference table, and no other library's habits."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
                   b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(pages)), pages),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for page in range(pages):
        text = b"BT /F1 12 Tf 72 720 Td (File %d page %d) Tj ET\n" % (number, page) + b"% filler\n" * 400
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                       b" /Contents %d 0 R >>" % (5 + 2 * page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for index, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (index, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def make_originals(folder):
    """One picture of each kind, by another program."""
    subprocess.run(["convert", "-size", "640x480", "plasma:fractal", "-quality", "85",
                    os.path.join(folder, "a.jpg")], check=True)
    for name in ("a.png", "a.tif"):  # as a form that was scanned: mostly white
        subprocess.run(["convert", "-size", "1240x1754", "xc:white", "-fill", "black", "-draw",
                        " ".join("line 100,%d 1100,%d" % (y, y + 3) for y in range(100, 1700, 40)),
                        "-compress", "lzw" if name.endswith("tif") else "zip", os.path.join(folder, name)], check=True)


def make_tree(folder, originals, count, per_folder=500):
    kinds = ["pdf", "jpg", "png", "tif"]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        place = os.path.join(folder, "%03d" % (number // per_folder))
        os.makedirs(place, exist_ok=True)
        target = os.path.join(place, "%05d.%s" % (number, kind))
        if kind == "pdf":
            with open(target, "wb") as file:
                file.write(minimal_pdf(3, number))
        else:
            shutil.copyfile(os.path.join(originals, "a." + kind), target)


def median_pair(ours, theirs):
    one, other = [], []
    for _ in range(ROUNDS):
        one.append(ours())
        other.append(theirs())
    return statistics.median(one), statistics.median(other)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--files", type=int, default=400)
    parser.add_argument("--tree", type=int, default=10000)
    parser.add_argument("--folder", default="/dev/shm")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)

    with tempfile.TemporaryDirectory(dir=options.folder) as work:
        environment = dict(os.environ, SHIRUSHI_DATA=os.path.join(work, "data"), SHIRUSHI_USER="bench",
                           SHIRUSHI_PASSWORD_FILE=os.path.join(work, "password"))
        with open(os.path.join(work, "password"), "w") as file:
            file.write("benchmark")
        _, done = run([cli, "init", "--user", "bench", "--name", "bench", "--role", "staff", "--policy", "mic-model"],
                      environment)
        if done.returncode != 0:
            sys.exit(done.stderr.decode())
        originals = os.path.join(work, "originals")
        os.makedirs(originals)
        make_originals(originals)

        tree = os.path.join(work, "stamp")

        def fresh():
            shutil.rmtree(tree, ignore_errors=True)
            make_tree(tree, originals, options.files)

        def stamp_ours():
            fresh()
            seconds, finished = run([cli, "label", "set", "--class", CLASS, "--recursive", tree], environment)
            if finished.returncode != 0:
                sys.exit(finished.stderr.decode())
            return seconds

        def stamp_theirs():
            fresh()
            seconds, finished = run(["exiftool", "-q", "-r", "-overwrite_original", "-XMP-dc:Subject=機密性3B",
                                     "-XMP-dc:Description=自治体機密性3B・完全性2・可用性1", tree])
            if finished.returncode != 0:
                sys.exit(finished.stderr.decode())
            return seconds

        ours, theirs = median_pair(stamp_ours, stamp_theirs)
        print("stamping %d files: shirushi %.2f s, exiftool %.2f s, %.1f times as fast (goal 5)"
              % (options.files, ours, theirs, theirs / ours))

        shutil.rmtree(tree)
        tree = os.path.join(work, "read")
        make_tree(tree, originals, options.tree)
        _, done = run([cli, "label", "set", "--class", CLASS, "--recursive", tree], environment)
        if done.returncode != 0:
            sys.exit(done.stderr.decode())

        def read_ours():
            return run([cli, "label", "show", "--json", "--recursive", tree], environment)[0]

        def read_theirs():
            return run(["exiftool", "-q", "-r", "-json", "-XMP-dc:Subject", tree])[0]

        ours, theirs = median_pair(read_ours, read_theirs)
        print("reading %d files: shirushi %.2f s, exiftool %.2f s, %.1f times as fast (goal 20)"
              % (options.tree, ours, theirs, theirs / ours))


if __name__ == "__main__":
    main()
