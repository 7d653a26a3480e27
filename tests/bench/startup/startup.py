#!/usr/bin/env python3
"""Start to first painted window, ours against an empty Qt main window, as a ratio in one run.

Usage: startup.py SHIRUSHI EMPTY [ROUNDS]. Both end once they are painted (ours with SHIRUSHI_QUIT_WHEN_PAINTED).
They take turns, so that a busy machine slows both; what is compared is the median. Exit 1 above 1.5.
"""
import os
import statistics
import subprocess
import sys
import tempfile
import time

GOAL = 1.5


def start(program, environment):
    begun = time.perf_counter()
    # No time limit: with one, Python looks for the end in steps of its own and measures those.
    subprocess.run([program], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - begun


def main():
    ours, empty = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(os.environ, QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"),
                           SHIRUSHI_DATA=folder, SHIRUSHI_QUIT_WHEN_PAINTED="1")
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
