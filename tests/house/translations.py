#!/usr/bin/env python3
"""Fails where the window would speak English: an unfinished or empty translation in i18n/shirushi_ja.ts, or a
sentence in the sources that the file lacks (lupdate is run on a copy in a temporary folder and compared).

Usage: translations.py [ROOT]. One line for each fault; exit 1 if there is any.
"""
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PLACES = ("lupdate6", "/usr/lib/qt6/bin/lupdate", "/usr/lib/qt6/libexec/lupdate", "lupdate")
GONE = {"vanished", "obsolete"}


def messages(path):
    """(context, source, comment) → the translation element, without those whose sentence is gone."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") not in GONE:
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                found[key] = translation
    return found


def is_empty(translation):
    if translation is None:
        return True
    forms = translation.findall("numerusform")
    texts = ["".join(form.itertext()) for form in forms] if forms else ["".join(translation.itertext())]
    return any(not text.strip() for text in texts)


def lupdate():
    for place in PLACES:
        program = shutil.which(place)
        if program:
            return program
    sys.exit("lupdate of Qt 6 is not installed (Debian: qt6-l10n-tools)")


def of_sources(root, translations):
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / translations.name
        if translations.exists():
            shutil.copyfile(translations, copy)
        run = subprocess.run([lupdate(), "-silent", "-locations", "none", "-source-language", "en",
                              "-target-language", "ja", "-recursive", "model", "app", "-ts", str(copy)],
                             cwd=root, capture_output=True, text=True, timeout=300)
        if run.returncode != 0 or not copy.exists():
            sys.exit(f"lupdate failed: {run.stderr.strip()}")
        warnings = [line for line in run.stderr.splitlines() if "without context" in line]
        return messages(copy), warnings


def named(key):
    context, source, comment = key
    return f"{context}: {source!r}" + (f" ({comment})" if comment else "")


def faults_of(root):
    translations = root / "i18n" / "shirushi_ja.ts"
    known = messages(translations) if translations.exists() else {}
    faults = [] if known else [f"{translations.relative_to(root)} has no translations"]
    for key, translation in known.items():
        if translation is not None and translation.get("type") == "unfinished":
            faults.append(f"unfinished: {named(key)}")
        elif is_empty(translation):
            faults.append(f"empty: {named(key)}")
    wanted, warnings = of_sources(root, translations)
    if not wanted:
        faults.append("no sentence to translate was found under model/ and app/")
    faults += [f"missing: {named(key)}" for key in wanted if key not in known]
    return faults + warnings


def main():
    root = (Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    faults = faults_of(root)
    print("\n".join(faults) if faults else "every sentence has its translation")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
