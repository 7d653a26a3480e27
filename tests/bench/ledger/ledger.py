#!/usr/bin/env python3
"""A large ledger against the bare cost of what is in it, as ratios, beside a small one.

usage: ledger.py LEDGERBENCH [--entries N] [--small N] [--batch N] [--folder FOLDER] [--keep]

Appending: signed entries against plain SQLCipher inserts of the same bytes in the same transactions; the signatures'
own cost, and that of making up the entries, are taken apart and reported. Verifying: everything, against as many
bare Ed25519 verifications on all cores. Opening and pages of the review: large against small. Each step is a
process of its own, and its peak of memory is the system's. Build with optimization (preset release). With --keep
the ledgers stay in FOLDER, and are used again where they have as many entries.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench")
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--small", type=int, default=10_000)
    parser.add_argument("--batch", type=int, default=100, help="entries a transaction")
    parser.add_argument("--folder", help="where the ledgers are made (default: a temporary folder)")
    parser.add_argument("--keep", action="store_true", help="keep the ledgers in FOLDER, and use them again")
    options = parser.parse_args()
    if options.keep and not options.folder:
        parser.error("--keep wants --folder")
    root = options.folder if options.keep else tempfile.mkdtemp(prefix="ledgerbench-", dir=options.folder)
    sizes = {"small": options.small, "large": options.entries}
    result = {name: {} for name in sizes}
    try:
        for name, entries in sizes.items():
            folder = os.path.join(root, f"{entries}-{options.batch}" if options.keep else name)
            os.makedirs(folder, exist_ok=True)
            made = os.path.join(folder, "append.json")  # written when the ledger is whole
            for step in ["append", "plain", "verify", "verifications", "indexing", "pages", "opening"]:
                if step == "append" and os.path.exists(made):
                    with open(made, encoding="utf-8") as file:
                        result[name][step] = json.load(file)
                    continue
                done = subprocess.run([options.bench, step, folder, str(entries), str(options.batch)],
                                      capture_output=True, text=True)
                if done.returncode != 0:
                    sys.exit(f"{step} of {entries}: {done.stderr.strip()}")
                result[name][step] = json.loads(done.stdout)
                print(f"{entries:>9} {step:<14} {done.stdout.strip()}", flush=True)
                if step == "append":
                    with open(made, "w", encoding="utf-8") as file:
                        file.write(done.stdout)
                if step == "plain":
                    for file in os.listdir(folder):
                        if file.startswith("plain.db"):
                            os.remove(os.path.join(folder, file))
    finally:
        if not options.keep:
            shutil.rmtree(root)
    report(result, sizes)


def report(result, sizes):
    for name, entries in sizes.items():
        steps = result[name]
        own = steps["append"]["seconds"] - steps["append"]["signing"]
        print(f"\n{entries} entries of {steps['plain']['bytes'] / entries:.0f} bytes")
        print(f"  appending {steps['append']['seconds']:.2f} s: signing {steps['append']['signing']:.2f} s, "
              f"the rest {own:.2f} s = {own / steps['plain']['seconds']:.2f} x "
              f"plain inserts ({steps['plain']['seconds']:.2f} s); goal 2")
        print(f"  verifying {steps['verify']['seconds']:.2f} s = {steps['verify']['seconds'] / steps['verifications']['seconds']:.2f} x "
              f"bare verifications ({steps['verifications']['seconds']:.2f} s); goal 1.3")
        print(f"  index built in {steps['indexing']['seconds']:.2f} s")
    small, large = result["small"], result["large"]
    print("\nlarge against small")
    print(f"  opening {large['opening']['seconds'] * 1000:.2f} ms against {small['opening']['seconds'] * 1000:.2f} ms, "
          f"one entry {large['opening']['append'] * 1000:.2f} ms against {small['opening']['append'] * 1000:.2f} ms")
    for page in small["pages"]:
        if page != "peakMiB":
            print(f"  page by {page}: {large['pages'][page] * 1000:.2f} ms against {small['pages'][page] * 1000:.2f} ms = "
                  f"{large['pages'][page] / small['pages'][page]:.2f} x; goal 2")
    for step in large:
        print(f"  peak of memory, {step}: {large[step]['peakMiB']:.0f} MiB against {small[step]['peakMiB']:.0f} MiB")


main()
