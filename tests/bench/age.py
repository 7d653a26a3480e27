#!/usr/bin/env python3
"""Encrypting and decrypting with `shirushi-cli age` against Debian's age, in one run, as ratios.

usage: age.py SHIRUSHI-CLI [--size MIB] [--rounds N] [--folder FOLDER] [--check]

Both programs do the same work on the same file in the same place (default: a memory file system, so that the disk is
not what is measured), one process each, in turn; the medians of wall and CPU time are compared, and the largest
memory. How far the ciphers reach is shown as a share of `openssl speed`'s bare ChaCha20-Poly1305, times the cores.
With --check the exit code is 1 where a goal (half the wall time with two cores, no more CPU time, 64 MiB) is missed.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

WALL_GOAL, CPU_GOAL, MEMORY_GOAL = 0.5, 1.0, 64.0


def measured(command):
    """(wall seconds, CPU seconds, MiB) of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit("%s: %s" % (command[0], said.decode()))
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def in_turn(rounds, *commands):
    """The median of each figure for each command, the commands taken in turn; what they write is removed between."""
    taken = [[] for _ in commands]
    for number in range(rounds + 1):
        for figures, (command, output) in zip(taken, commands):
            one = measured(command)
            os.unlink(output)
            if number > 0:  # the first round fills the caches
                figures.append(one)
    return [[statistics.median(column) for column in zip(*figures)] for figures in taken]


def bare_cipher():
    """MB a second that one core encrypts, in pieces of 64 KiB."""
    done = subprocess.run(["openssl", "speed", "-seconds", "2", "-bytes", "65536", "-evp", "chacha20-poly1305"],
                          capture_output=True, text=True, check=True)
    return float(re.search(r"ChaCha20-Poly1305\s+([\d.]+)k", done.stdout, re.I).group(1)) / 1000


def show(name, size, ours, theirs, bare, cores):
    rate = size / 1e6 / ours[0]
    ratios = ours[0] / theirs[0], ours[1] / theirs[1]
    print("%s: shirushi %.2f s (CPU %.2f s, %.0f MiB), age %.2f s (CPU %.2f s, %.0f MiB); wall ratio %.2f (goal %.1f), "
          "CPU ratio %.2f (goal %.1f); %.0f MB/s, %.0f %% of the bare cipher on %d cores"
          % (name, *ours, *theirs, ratios[0], WALL_GOAL, ratios[1], CPU_GOAL, rate, 100 * rate / bare / cores, cores))
    return ratios[0] <= WALL_GOAL and ratios[1] <= CPU_GOAL and ours[2] <= MEMORY_GOAL


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--size", type=int, default=1024, help="MiB")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--folder", default="/dev/shm")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    size = options.size << 20
    cores = len(os.sched_getaffinity(0))

    with tempfile.TemporaryDirectory(dir=options.folder) as work:
        plain, sealed, out, key = (os.path.join(work, name) for name in ("plain", "sealed", "out", "key"))
        made = subprocess.run(["age-keygen", "-o", key], capture_output=True, text=True, check=True)
        recipient = made.stderr.split()[-1]
        block = os.urandom(1 << 20)
        with open(plain, "wb") as file:
            for _ in range(options.size):
                file.write(block)
        subprocess.run(["age", "-r", recipient, "-o", sealed, plain], check=True)
        bare = bare_cipher()
        print("bare cipher: %.0f MB/s a core, %d cores" % (bare, cores))
        encrypting = in_turn(options.rounds, ([cli, "age", "encrypt", "-r", recipient, plain, out], out),
                             (["age", "-r", recipient, "-o", out, plain], out))
        good = show("encrypting %d MiB" % options.size, size, *encrypting, bare, cores)
        decrypting = in_turn(options.rounds, ([cli, "age", "decrypt", "-i", key, sealed, out], out),
                             (["age", "-d", "-i", key, "-o", out, sealed], out))
        good = show("decrypting %d MiB" % options.size, size, *decrypting, bare, cores) and good
    return 0 if good or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())
