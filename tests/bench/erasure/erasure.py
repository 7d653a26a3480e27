#!/usr/bin/env python3
"""Erasing with verification against `shred -n1 -u`, in one run on one disk.

usage: erasure.py ERASUREBENCH FOLDER [GIGABYTES] [FILES]

One large file (4 GiB) and many small ones (10,000 of 20 KB), each three times, alternating; prints the medians and the
ratios. Goals: large ≤ 1.1 × shred plus one uncached read of the same bytes; many small ≤ 0.5 × shred.
"""
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROUNDS = 3
CHUNK = 8 << 20


def make(path, size):
    noise = os.urandom(CHUNK)
    with open(path, "wb") as file:
        for _ in range(size // CHUNK):
            file.write(noise)
        file.write(noise[:size % CHUNK])
        file.flush()
        os.fsync(file.fileno())


def uncached_read(path):
    with open(path, "rb", buffering=0) as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        start = time.monotonic()
        while file.read(CHUNK):
            pass
        return time.monotonic() - start


def shred(files):
    start = time.monotonic()
    for at in range(0, len(files), 1000):
        subprocess.run(["shred", "-n1", "-u", *files[at:at + 1000]], check=True)
    return time.monotonic() - start


def ours(program, target):
    return float(subprocess.run([program, str(target)], check=True, capture_output=True, text=True).stdout)


def large(program, folder, size):
    ours_times, shred_times, read_times = [], [], []
    file = folder / "large"
    for _ in range(ROUNDS):
        make(file, size)
        read_times.append(uncached_read(file))
        shred_times.append(shred([file]))
        make(file, size)
        ours_times.append(ours(program, file))
    ours_time, shred_time, read_time = map(statistics.median, (ours_times, shred_times, read_times))
    limit = 1.1 * shred_time + read_time
    print(f"large, {size >> 20} MiB: ours {ours_time:.2f} s, shred {shred_time:.2f} s, uncached read {read_time:.2f} s; "
          f"ours / (1.1 × shred + read) = {ours_time / limit:.2f} (goal: at most 1)")


def small(program, folder, count):
    ours_times, shred_times = [], []
    many = folder / "many"
    for _ in range(ROUNDS):
        for times, erase in ((shred_times, lambda: shred(sorted(many.iterdir()))), (ours_times, lambda: ours(program, many))):
            many.mkdir(exist_ok=True)
            for number in range(count):
                (many / f"{number:05}.csv").write_bytes(os.urandom(20_000))
            os.sync()
            times.append(erase())
    many.rmdir()
    ours_time, shred_time = statistics.median(ours_times), statistics.median(shred_times)
    print(f"small, {count} files: ours {ours_time:.2f} s, shred {shred_time:.2f} s; ours / shred = {ours_time / shred_time:.2f} (goal: at most 0.5)")


def main():
    program, folder = sys.argv[1], Path(sys.argv[2])
    size = int(float(sys.argv[3] if len(sys.argv) > 3 else 4) * (1 << 30))
    folder.mkdir(parents=True, exist_ok=True)
    large(program, folder, size)
    small(program, folder, int(sys.argv[4]) if len(sys.argv) > 4 else 10_000)


if __name__ == "__main__":
    main()
