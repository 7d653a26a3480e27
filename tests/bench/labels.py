#!/usr/bin/env python3
"""Stamping XMP into PDFs and images, and reading the labels of a tree, against exiftool: in one run, as ratios.

usage: labels.py SHIRUSHI-CLI [--files N] [--tree N] [--folder FOLDER]

Both programs get the same files in the same place (default: a memory file system, so that the disk is not what
is measured), one process over all files, in turn, three times; the medians are compared. What Shirushi does
more than exiftool is in its time: signing in, signing each label, reading it back, recording it; and when it
reads, both hashes of each file and the signature of each label. What exiftool reads is every tag (exiftool -r)
and, for comparison, the one tag with the class alone, which spares it most of its own work.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import filetree

CLASS = "confidentiality=3B,integrity=2,availability=1"
STAMPED = ["pdf", "jpg", "png", "tif"]  # what both write XMP into
ROUNDS = 3


def run(command, environment=None):
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    return time.perf_counter() - start, done


def medians(*runs):
    """The median seconds of each, taken in turn."""
    taken = [[one() for one in runs] for _ in range(ROUNDS)]
    return [statistics.median(seconds) for seconds in zip(*taken)]


def checked(command, environment=None):
    seconds, done = run(command, environment)
    if done.returncode != 0:
        sys.exit(done.stderr.decode())
    return seconds


def measure_stamping(cli, environment, work, files):
    tree = os.path.join(work, "stamp")

    def on_fresh_files(command):
        shutil.rmtree(tree, ignore_errors=True)
        filetree.make_tree(tree, os.path.join(work, "originals"), files, STAMPED)
        return checked(command + [tree], environment)

    ours, theirs = medians(
        lambda: on_fresh_files([cli, "label", "set", "--class", CLASS, "--recursive"]),
        lambda: on_fresh_files(["exiftool", "-q", "-r", "-overwrite_original", "-XMP-dc:Subject=機密性3B",
                                "-XMP-dc:Description=自治体機密性3B・完全性2・可用性1"]))
    print("stamping %d files of %.0f KB on average (after): shirushi %.2f s, exiftool %.2f s, "
          "%.1f times as fast (goal 5)" % (files, filetree.mean_size(tree) / 1000, ours, theirs, theirs / ours))
    shutil.rmtree(tree)


def measure_reading(cli, environment, work, files):
    tree = os.path.join(work, "read")
    filetree.make_tree(tree, os.path.join(work, "originals"), files)
    checked([cli, "label", "set", "--class", CLASS, "--recursive", tree], environment)

    def read_ours():
        return checked([cli, "label", "show", "--json", "--recursive", tree], environment)

    def read_theirs(*tags):
        return run(["exiftool", "-q", "-r", "-json", *tags, tree])[0]

    ours, every, one = medians(read_ours, read_theirs, lambda: read_theirs("-XMP-dc:Subject"))
    print("reading %d files of %.0f KB on average: shirushi %.2f s; exiftool -r %.2f s, %.1f times as fast (goal 20); "
          "exiftool -r -XMP-dc:Subject %.2f s, %.1f times as fast"
          % (files, filetree.mean_size(tree) / 1000, ours, every, every / ours, one, one / ours))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--files", type=int, default=2000, help="how many are stamped; 0: do not measure that")
    parser.add_argument("--tree", type=int, default=10000, help="how many are read; 0: do not measure that")
    parser.add_argument("--folder", default="/dev/shm")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)

    with tempfile.TemporaryDirectory(dir=options.folder) as work:
        environment = dict(os.environ, SHIRUSHI_DATA=os.path.join(work, "data"), SHIRUSHI_USER="bench",
                           SHIRUSHI_PASSWORD_FILE=os.path.join(work, "password"))
        with open(os.path.join(work, "password"), "w") as file:
            file.write("benchmark")
        checked([cli, "init", "--user", "bench", "--name", "bench", "--role", "staff", "--policy", "mic-model"],
                environment)
        filetree.make_originals(os.path.join(work, "originals"))
        if options.files:
            measure_stamping(cli, environment, work, options.files)
        if options.tree:
            measure_reading(cli, environment, work, options.tree)


if __name__ == "__main__":
    main()
