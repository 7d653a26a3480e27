#!/usr/bin/env python3
"""ZIP parcels against 7-Zip in one run, as ratios: one file of 1 GiB, and 10,000 small ones.

usage: parcel.py PARCELBENCH [--size MIB] [--files N] [--rounds N] [--folder FOLDER] [--check]

Both pack the same files in the same place (default: a memory file system), one process each, in turn: stored, and
deflated at level 6. Ours opens every parcel again and compares it before it is done. So there are two ratios: making
against making (`7zz a`), which is the goal's measure, and all of it against making and testing (`7zz a`, `7zz t`).
With --check the exit code is 1 where a goal (0.7 of 7-Zip's wall time for making, 64 MiB) is missed.
"""
import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WALL_GOAL, MEMORY_GOAL = 0.7, 64.0
PASSWORD = "2H7K-9QWM-X4TB-7RVE-N"


def measured(command, folder):
    """(wall seconds, CPU seconds, MiB, what it printed) of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    printed, said = process.stdout.read(), process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed: {said}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, printed


def make_inputs(folder, size, count):
    """Text and noise in turn, so that deflating has something to do and something to leave."""
    source = random.Random(1)
    words = [bytes(source.choices(b"abcdefghijklmnopqrstuvwxyz", k=source.randint(2, 9))) for _ in range(5000)]

    def piece(length, is_text):
        return b" ".join(source.choices(words, k=length // 6))[:length] if is_text else source.randbytes(length)

    large = folder / "large"
    large.mkdir()
    with open(large / "large.bin", "wb") as file:
        for number in range(size):
            file.write(piece(1 << 20, number % 2 == 0))
    small = folder / "small"
    for number in range(count):
        place = small / f"{number % 100:02}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number}.txt").write_bytes(piece(source.randint(1, 40_000), number % 2 == 0))
    return {f"one file of {size} MiB": large, f"{count:,} small files": small}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--size", type=int, default=1024)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", default="/dev/shm")
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    program = str(Path(asked.program).resolve())
    missed = False
    with tempfile.TemporaryDirectory(dir=asked.folder) as name:
        folder = Path(name)
        target = folder / "parcel.zip"
        for title, inputs in make_inputs(folder, asked.size, asked.files).items():
            for level in (0, 6):
                ours = {form: [program, "pack", "zip", str(level), form, str(target), str(inputs)] for form in ("plain", "hidden")}
                theirs = ["7zz", "a", "-tzip", "-mem=AES256", f"-mx{level}", "-mfb=32" if level else "-mx0", f"-p{PASSWORD}", str(target), "."]
                results = {}
                for _ in range(asked.rounds):
                    for form, command in (("7zz a", theirs), ("7zz t", ["7zz", "t", f"-p{PASSWORD}", str(target)]), *ours.items()):
                        if form != "7zz t":
                            target.unlink(missing_ok=True)
                        *figures, printed = measured(command, inputs)
                        if form in ours:
                            figures.append(float(printed))
                        results.setdefault(form, []).append(figures)
                medians = {form: [statistics.median(column) for column in zip(*rows)] for form, rows in results.items()}
                making, testing = medians["7zz a"], medians["7zz t"]
                print(f"{title}, {'stored' if level == 0 else f'deflated at {level}'}: 7zz a {making[0]:.2f} s ({making[1]:.2f} s CPU), 7zz t {testing[0]:.2f} s")
                for form in ours:
                    wall, processor, memory, made = medians[form]
                    ratio = made / making[0]
                    print(f"  {form:6} made {made:.2f} s = {ratio:.2f} of making; made and checked {wall:.2f} s = "
                          f"{wall / (making[0] + testing[0]):.2f} of making and testing; CPU {processor:.2f} s; {memory:.0f} MiB")
                    missed = missed or ratio > WALL_GOAL or memory > MEMORY_GOAL
    return 1 if missed and asked.check else 0


sys.exit(main())
