#!/usr/bin/env python3
"""A vault against Debian's age and gocryptfs, in one run: wall and CPU time, as ratios.

usage: vault.py SHIRUSHI-CLI [--size MIB] [--files N] [--folder FOLDER] [--check]

All work in the same place (default: a memory file system). One large file and many small ones (20 KiB) are put in and
taken out: by `shirushi-cli vault` (which also reads back, compares, signs and records), by one `age` process a file, and
by a copy into a mounted gocryptfs, where that is installed and can be mounted. `vault get` takes one item a call, so that
many small ones are taken out by a program of the vault's model only: here the many are listed and verified instead.
With --check the exit code is 1 where a goal is missed: 1 GiB in half of age's wall time, many files no slower than the
better of both, listing in a fifth of what decrypting all with age costs.
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time


def measured(command, **more):
    """(wall seconds, CPU seconds, MiB, what was printed) of one process."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdout=out, stderr=err, **more)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        if process.returncode != 0:
            sys.exit("%s: %s" % (command[0], err.read().decode()))
        return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, out.read()


def summed(commands):
    runs = [measured(command) for command in commands]
    return sum(run[0] for run in runs), sum(run[1] for run in runs)


class Mount:
    """A gocryptfs in `folder`, or None where there is none."""

    def __init__(self, folder):
        self.plain = None
        if not shutil.which("gocryptfs"):
            return
        cipher, plain, word = (os.path.join(folder, name) for name in ("cipher", "plain", "mountword"))
        os.mkdir(cipher)
        os.mkdir(plain)
        with open(word, "w") as file:
            file.write("benchmark\n")
        for command in (["gocryptfs", "-q", "-init", "-passfile", word, cipher],
                        ["gocryptfs", "-q", "-passfile", word, cipher, plain]):
            if subprocess.run(command, capture_output=True).returncode != 0:
                print("gocryptfs cannot be mounted here")
                return
        self.plain = plain

    def close(self):
        if self.plain:
            subprocess.run(["fusermount", "-u", self.plain], capture_output=True)


def show(what, ours, *others):
    line = "%s: shirushi %.2f s (CPU %.2f s)" % (what, ours[0], ours[1])
    for name, figures in others:
        line += ", %s %.2f s (CPU %.2f s; wall ratio %.2f)" % (name, figures[0], figures[1], ours[0] / figures[0])
    print(line, flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--size", type=int, default=1024, help="MiB")
    parser.add_argument("--files", type=int, default=10000)
    parser.add_argument("--folder", default="/dev/shm")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    cli = os.path.abspath(options.cli)
    good = True
    with tempfile.TemporaryDirectory(dir=options.folder) as work:
        path = lambda name: os.path.join(work, name)
        with open(path("word"), "w") as file:
            file.write("correct horse battery staple\n")
        os.environ.update(SHIRUSHI_DATA=path("data"), SHIRUSHI_USER="yamada", SHIRUSHI_PASSWORD_FILE=path("word"), LANG="C.UTF-8")
        measured([cli, "init", "--user", "yamada", "--name", "山田", "--role", "staff", "--policy", "mic-model", "--password-file", path("word")])
        measured([cli, "vault", "create", path("vault")])
        made = subprocess.run(["age-keygen", "-o", path("key")], capture_output=True, text=True, check=True)
        recipient = made.stderr.split()[-1]
        mount = Mount(work)
        empty = measured([cli, "vault", "list", path("vault")])
        print("signing in and opening an empty vault: %.2f s, part of every figure" % empty[0])

        block = os.urandom(1 << 20)
        with open(path("large"), "wb") as file:
            for _ in range(options.size):
                file.write(block)
        put = measured([cli, "vault", "put", "--keep", "--json", path("vault"), path("large")])
        theirs = measured(["age", "-r", recipient, "-o", path("large.age"), path("large")])
        show("putting %d MiB" % options.size, put, ("age", theirs))
        good = put[0] <= 0.5 * theirs[0] and good
        item = json.loads(put[3])[0]["id"]
        got = measured([cli, "vault", "get", path("vault"), item, "--out", path("out")])
        theirs = measured(["age", "-d", "-i", path("key"), "-o", path("out2"), path("large.age")])
        show("taking %d MiB" % options.size, got, ("age", theirs))
        print("memory: put %.0f MiB, get %.0f MiB" % (put[2], got[2]))
        good = got[0] <= 0.5 * theirs[0] and good
        for name in ("large", "large.age", "out", "out2"):
            os.unlink(path(name))

        os.mkdir(path("small"))
        names = ["%05d" % number for number in range(options.files)]
        for name in names:
            with open(os.path.join(path("small"), name), "wb") as file:
                file.write(os.urandom(20 << 10))
        measured([cli, "vault", "create", path("many")])
        put = measured([cli, "vault", "put", "--keep", path("many"), path("small")])
        os.mkdir(path("aged"))
        aged = summed(["age", "-r", recipient, "-o", os.path.join(path("aged"), name), os.path.join(path("small"), name)] for name in names)
        others = [("age", aged)]
        if mount.plain:
            others.append(("gocryptfs", measured(["cp", "-r", path("small"), mount.plain])))
        show("putting %d × 20 KiB" % options.files, put, *others)
        good = put[0] <= min(figures[0] for _, figures in others) and good
        listed = measured([cli, "vault", "list", path("many")])
        opened = summed(["age", "-d", "-i", path("key"), "-o", path("out"), os.path.join(path("aged"), name)] for name in names)
        show("listing %d, age decrypting all" % options.files, listed, ("age", opened))
        good = listed[0] <= 0.2 * opened[0] and good
        print("verifying all: %.2f s" % measured([cli, "vault", "verify", path("many")])[0])
        os.mkdir(path("moved"))
        for name in names[:1000]:
            os.rename(os.path.join(path("small"), name), os.path.join(path("moved"), name))
        print("moving 1,000 in, originals overwritten: %.2f s" % measured([cli, "vault", "put", path("many"), path("moved")])[0])
        mount.close()
    return 0 if good or not options.check else 1


if __name__ == "__main__":
    sys.exit(main())
