#!/usr/bin/env python3
"""Shows that includes.py and translations.py find the faults they are for, each in a small tree of its own."""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>shirushi::base</name>
    <message>
        <source>Good morning.</source>
        %s
    </message>
</context>
</TS>
"""
SENTENCE = ('#include <QCoreApplication>\nnamespace shirushi::base {\n'
            'QString greeting() { return QCoreApplication::translate("shirushi::base", "Good morning."); }\n}\n')


HELPER = ('namespace {\nQString tr(const char *text)\n{\n'
          '    return QCoreApplication::translate("shirushi::base", text);\n}\n}\n')
MEMBER = 'class Host { QString greeting(); };\nQString Host::greeting() { return tr("Good morning."); }\n}\n'
IN_A_CLASS = "#include <QCoreApplication>\nnamespace shirushi::base {\n" + HELPER + MEMBER


def run(script, files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        for top in ("model", "app"):
            (Path(folder) / top).mkdir(exist_ok=True)
        done = subprocess.run([sys.executable, HERE / script, folder], capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout + done.stderr


class Includes(unittest.TestCase):
    def passes(self, files):
        code, said = run("includes.py", files)
        self.assertEqual(code, 0, said)

    def fails(self, files, words):
        code, said = run("includes.py", files)
        self.assertEqual(code, 1, said)
        self.assertEqual(len(said.splitlines()), 1, said)
        self.assertIn(words, said)

    def test_downwards_and_within_a_room(self):
        self.passes({"model/label/a.h": '#include "base/b.h"\n#include "label/c.h"\n', "model/base/b.h": "",
                     "model/label/c.h": "", "app/window/w.h": '#include <QWidget>\n#include "label/a.h"\n'})

    def test_upwards(self):
        self.fails({"model/base/b.h": '\n#include "label/a.h"\n', "model/label/a.h": ""}, "model/base/b.h:2: ")
        self.fails({"model/base/b.h": '#include "../label/a.h"\n', "model/label/a.h": ""}, "label does not stand")
        self.fails({"model/policy/b.h": '#include "label/missing.h"\n'}, "label does not stand")

    def test_across_one_step(self):
        self.fails({"model/policy/b.h": '#include "crypto/a.h"\n', "model/crypto/a.h": ""}, "crypto does not stand")

    def test_model_to_app(self):
        self.fails({"model/vault/b.h": '#include "window/w.h"\n', "app/window/w.h": ""}, "of app")

    def test_unknown_room(self):
        self.fails({"model/attic/b.h": '#include "base/a.h"\n', "model/base/a.h": ""}, "not a room")

    def test_widgets(self):
        for header in ("QWidget", "QtWidgets/QLabel", "QtWidgets", "qapplication.h"):
            self.fails({"model/print/b.h": f"#include <{header}>\n"}, "of QtWidgets")
            self.fails({"app/cli/b.h": f"#include <{header}>\n"}, "of QtWidgets")
        self.fails({"app/cli/b.cpp": '#include "window/w.h"\n', "app/window/w.h": "#include <QWidget>\n"},
                   "brings QWidget")

    def test_gui(self):
        for header in ("QPainter", "QImage", "QFont", "QTextDocument", "QPdfWriter", "QtGui/QColor"):
            self.fails({"model/label/b.h": f"#include <{header}>\n"}, "only model/print")
            self.passes({"model/print/b.h": f"#include <{header}>\n", "app/window/w.h": f"#include <{header}>\n"})
        self.fails({"app/cli/b.h": "#include <QPainter>\n"}, "QGuiApplication alone")
        self.passes({"app/cli/b.h": "#include <QGuiApplication>\n"})

    def test_one_operating_system(self):
        self.fails({"model/label/b.h": "#include <QDBusConnection>\n"}, "D-Bus")
        self.passes({"model/platform/b.h": "#include <QDBusConnection>\n"})
        self.fails({"app/window/b.h": "#include <QSvgRenderer>\n"}, "QtSvg")

    def test_length(self):
        self.passes({"model/base/b.cpp": "\n" * 500})
        self.fails({"model/base/b.cpp": "\n" * 501}, "501 lines")

    def test_links(self):
        source = {"model/base/b.h": ""}
        self.fails(source | {"model/label/CMakeLists.txt": "room(x LIBRARIES Qt6::Gui)\n"}, "links Qt6::Gui")
        self.fails(source | {"app/cli/CMakeLists.txt": "target(x Qt6::Widgets)\n"}, "links Qt6::Widgets")
        self.passes(source | {"model/print/CMakeLists.txt": "room(print LIBRARIES Qt6::Gui)\n"})

    def test_nothing_there(self):
        self.fails({}, "no sources")


class Translations(unittest.TestCase):
    def check(self, code, words, translation, sources=SENTENCE):
        files = {"model/base/a.cpp": sources}
        if translation is not None:
            numerus = ' numerus="yes"' if "numerusform" in translation else ""
            files["i18n/shirushi_ja.ts"] = TS.replace("<message>", f"<message{numerus}>") % translation
        actual, said = run("translations.py", files)
        self.assertEqual(actual, code, said)
        self.assertIn(words, said)

    def test_complete(self):
        self.check(0, "every sentence", "<translation>おはようございます。</translation>")

    def test_unfinished(self):
        self.check(1, "unfinished: ", '<translation type="unfinished">おはよう</translation>')

    def test_empty(self):
        self.check(1, "empty: ", "<translation></translation>")
        self.check(1, "empty: ", "<translation><numerusform>x</numerusform><numerusform/></translation>")

    def test_missing(self):
        self.check(1, "missing: ", "<translation>おはようございます。</translation>",
                   SENTENCE + SENTENCE.replace("morning", "evening"))
        self.check(1, "has no translations", None)

    def test_place_markers(self):
        files = SENTENCE.replace("Good morning.", "%1 of %2")
        ts = TS.replace("Good morning.", "%%1 of %%2") % "<translation>%1</translation>"
        code, said = run("translations.py", {"model/base/a.cpp": files, "i18n/shirushi_ja.ts": ts})
        self.assertEqual(code, 1, said)
        self.assertIn("other place markers: ", said)

    def test_the_context_that_is_asked_for(self):
        right = "<translation>おはようございます。</translation>"
        self.check(0, "every sentence", right, IN_A_CLASS)
        self.check(1, "missing: elsewhere", right,
                   IN_A_CLASS.replace('translate("shirushi::base"', 'translate("elsewhere"'))
        self.check(1, "nothing would be found", right, IN_A_CLASS.replace(HELPER, ""))

    def test_update(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "root"
            (root / "model").mkdir(parents=True)
            (root / "app").mkdir()
            (root / "model" / "a.cpp").write_text(IN_A_CLASS, encoding="utf-8")
            pairs = Path(folder) / "pairs.tsv"
            pairs.write_text("Good morning.\tおはようございます。\n", encoding="utf-8")
            for arguments, expected in (([], 1), ([pairs], 0), ([], 0)):
                done = subprocess.run([sys.executable, HERE / "translations.py", "--update", root, *arguments],
                                      capture_output=True, text=True, timeout=120)
                self.assertEqual(done.returncode, expected, done.stdout + done.stderr)

    def test_gone_sentences_do_not_count(self):
        self.check(1, "missing: ", '<translation type="vanished">おはようございます。</translation>')


if __name__ == "__main__":
    unittest.main()
