#!/usr/bin/env python3
"""Fails where the window would speak English: an unfinished or empty translation in i18n/shirushi_ja.ts, one
whose place markers (%1, %n) are not the source's, or a sentence of the sources that the file lacks (lupdate is
run in a temporary folder and compared).

lupdate files a sentence under the class it stands in. Where that class is no QObject, tr() is the small function
of the source file, and what counts is the context that this function asks for.

Usage: translations.py [ROOT]                  one line for each fault; exit 1 if there is any
       translations.py --update [ROOT] [TSV…]  writes the file anew; "English<TAB>日本語" lines fill what is open
"""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from xml.sax.saxutils import escape

PLACES = ("lupdate6", "/usr/lib/qt6/bin/lupdate", "/usr/lib/qt6/libexec/lupdate", "lupdate")
GONE = {"vanished", "obsolete"}
HELPER = re.compile(r'\btr\(const char[^)]*\)[^}]*?translate\(\s*"([^"]+)"', re.S)
NO_QOBJECT = re.compile(r"^(.*?):\d+: Class '([^']+)' lacks Q_OBJECT macro", re.M)
MARKER = re.compile(r"%(?:L?\d+|n)")


def messages(path):
    """(context, source, comment) → the message element, without those whose sentence is gone."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") not in GONE:
                found[(name, message.findtext("source", ""), message.findtext("comment", ""))] = message
    return found


def texts(message):
    """Its translation: one text, or one for each number form."""
    translation = message.find("translation")
    if translation is None:
        return [""]
    return [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]


def is_unfinished(message):
    translation = message.find("translation")
    return translation is not None and translation.get("type") == "unfinished"


def lupdate():
    for place in PLACES:
        program = shutil.which(place)
        if program:
            return program
    sys.exit("lupdate of Qt 6 is not installed (Debian: qt6-l10n-tools)")


def helper_of(folder, message):
    """The context that tr() of the message's own source file asks for, if it has such a function."""
    location = message.find("location")
    if location is None:
        return None
    helper = HELPER.search((folder / location.get("filename")).read_text(encoding="utf-8"))
    return helper[1] if helper else None


def of_sources(root):
    """What the sources ask for, by the context they ask under; and faults that make a sentence unfindable."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.ts"
        run = subprocess.run([lupdate(), "-silent", "-locations", "absolute", "-source-language", "en",
                              "-target-language", "ja", "-recursive", "model", "app", "-ts", str(fresh)],
                             cwd=root, capture_output=True, text=True, timeout=300)
        if run.returncode != 0 or not fresh.exists():
            sys.exit(f"lupdate failed: {run.stderr.strip()}")
        found = {}
        for (context, source, comment), message in messages(fresh).items():
            # A function that returns base::Error is taken for a member of a class "base": its file knows better.
            if "shirushi" not in context:
                helper = helper_of(Path(folder), message)
                context = helper or context
            found[(context, source, comment)] = message
    asked, faults = {}, [line for line in run.stderr.splitlines() if "without context" in line]
    for file, name in NO_QOBJECT.findall(run.stderr):
        helper = HELPER.search(Path(root, file).read_text(encoding="utf-8"))
        if helper:
            asked[name] = helper[1]
        else:
            faults.append(f"{file}: {name} has no Q_OBJECT and its file no tr() of its own: nothing would be found")
    return {(asked.get(key[0], key[0]), *key[1:]): message for key, message in found.items()}, faults


def named(key):
    context, source, comment = key
    return f"{context}: {source!r}" + (f" ({comment})" if comment else "")


def faults_of(root):
    path = root / "i18n" / "shirushi_ja.ts"
    known = messages(path) if path.exists() else {}
    faults = [] if known else ["i18n/shirushi_ja.ts has no translations"]
    for key, message in known.items():
        if is_unfinished(message):
            faults.append(f"unfinished: {named(key)}")
        elif not all(text.strip() for text in texts(message)):
            faults.append(f"empty: {named(key)}")
        elif any(set(MARKER.findall(text)) != set(MARKER.findall(key[1])) for text in texts(message)):
            faults.append(f"other place markers: {named(key)}")
    wanted, unfindable = of_sources(root)
    if not wanted:
        faults.append("no sentence to translate was found under model/ and app/")
    return faults + unfindable + [f"missing: {named(key)}" for key in wanted if key not in known]


def read_pairs(files):
    pairs = {}
    for file in files:
        for line in Path(file).read_text(encoding="utf-8").splitlines():
            source, tab, translation = line.partition("\t")
            if tab and translation.strip():
                pairs[source.replace("\\n", "\n")] = translation.strip().replace("\\n", "\n")
    return pairs


def message_xml(key, message, translation):
    numerus = message.get("numerus") == "yes"
    comment = f"        <comment>{escape(key[2])}</comment>\n" if key[2] else ""
    state = "" if translation else ' type="unfinished"'
    text = escape(translation)
    text = f"\n            <numerusform>{text}</numerusform>\n        " if numerus else text
    return ("    <message" + (' numerus="yes"' if numerus else "") + ">\n"
            f"        <source>{escape(key[1])}</source>\n{comment}"
            f"        <translation{state}>{text}</translation>\n    </message>\n")


def update(root, files):
    path = root / "i18n" / "shirushi_ja.ts"
    known = messages(path) if path.exists() else {}
    done = {key: texts(message)[0] for key, message in known.items() if not is_unfinished(message)}
    by_source = {key[1]: text for key, text in done.items()} | read_pairs(files)
    wanted, _ = of_sources(root)
    written = ['<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="ja_JP" '
               'sourcelanguage="en">\n']
    for context in sorted({key[0] for key in wanted}):
        written.append(f"<context>\n    <name>{escape(context)}</name>\n")
        for key in sorted(key for key in wanted if key[0] == context):
            written.append(message_xml(key, wanted[key], done.get(key) or by_source.get(key[1], "")))
        written.append("</context>\n")
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(written) + "</TS>\n", encoding="utf-8")


def main():
    arguments = sys.argv[1:]
    updating = arguments[:1] == ["--update"]
    if updating:
        arguments = arguments[1:]
    root = Path(__file__).parents[2]
    if arguments and Path(arguments[0]).is_dir():
        root = Path(arguments.pop(0))
    root = root.resolve()
    if updating:
        update(root, arguments)
    faults = faults_of(root)
    print("\n".join(faults) if faults else "every sentence has its translation")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
