#!/usr/bin/env python3
"""Reads the includes under model/ and app/ and fails where the order of the house is broken.

app → disposal, sending → vault → labelling → workflow → people → ledger → label, erasure
    → print, policy, crypto → platform → base

A room includes itself and rooms of lower steps only. No QtWidgets in model/ or app/cli; QtGui only in
model/print and app/ (in app/cli QGuiApplication alone); D-Bus only in model/platform; no file over 500 lines.
Usage: includes.py [ROOT]. One line for each fault; exit 1 if there is any.
"""
import re
import subprocess
import sys
from pathlib import Path

STEPS = [["base"], ["platform"], ["print", "policy", "crypto"], ["label", "erasure"], ["ledger"], ["people"],
         ["workflow"], ["labelling"], ["vault"], ["disposal", "sending"]]
STEP_OF = {room: step for step, rooms in enumerate(STEPS) for room in rooms}
LONGEST_FILE = 500
SUFFIXES = {".h", ".cpp"}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"]', re.M)

# Enough to work where Qt's headers are not to be found; with them, every class of the module is known.
KNOWN = {
    "QtWidgets": {"QApplication", "QWidget", "QMainWindow", "QDialog", "QMessageBox", "QFileDialog", "QLabel",
                  "QPushButton", "QLineEdit", "QStyle", "QStyledItemDelegate", "QTableView", "QTreeView",
                  "QListView", "QVBoxLayout", "QHBoxLayout", "QSystemTrayIcon"},
    "QtGui": {"QGuiApplication", "QPainter", "QPen", "QBrush", "QColor", "QImage", "QPixmap", "QIcon", "QFont",
              "QFontMetrics", "QFontDatabase", "QTextDocument", "QTextCursor", "QTextTable", "QPdfWriter",
              "QPageLayout", "QPageSize", "QPalette", "QClipboard", "QDesktopServices", "QAction", "QShortcut",
              "QKeySequence", "QStandardItemModel", "QWindow", "QScreen"},
}


def qt_headers_folder():
    for tool in ("qtpaths6", "qmake6", "/usr/lib/qt6/bin/qtpaths6", "/usr/lib/qt6/bin/qmake6"):
        for option in ("--query", "-query"):
            try:
                run = subprocess.run([tool, option, "QT_INSTALL_HEADERS"], capture_output=True, text=True, timeout=20)
            except (OSError, subprocess.TimeoutExpired):
                break
            if run.returncode == 0 and run.stdout.strip():
                return Path(run.stdout.strip())
    return None


def modules_by_header():
    """Lower-case header name without ".h" → Qt module."""
    modules = {name.lower(): module for module, names in KNOWN.items() for name in names}
    folder = qt_headers_folder()
    for module in KNOWN:
        if folder and (folder / module).is_dir():
            for header in (folder / module).iterdir():
                if header.is_file():
                    modules[header.name.lower().removesuffix(".h")] = module
    return modules


def qt_module(included, modules):
    parts = included.split("/")
    if parts[0] in ("QtWidgets", "QtGui", "QtDBus", "QtSvg"):
        return parts[0]
    name = parts[-1].lower().removesuffix(".h")
    if len(parts) == 1 and re.match(r"qdbus", name):
        return "QtDBus"
    if len(parts) == 1 and re.match(r"q(graphics)?svg", name):
        return "QtSvg"
    return modules.get(name) if len(parts) == 1 else None


class House:
    def __init__(self, root):
        self.root = root
        self.faults = []
        self.modules = modules_by_header()
        self.includes = {}
        for top in ("model", "app"):
            for path in sorted((root / top).rglob("*")):
                if path.suffix in SUFFIXES and path.is_file():
                    text = path.read_text(encoding="utf-8", errors="replace")
                    self.includes[path] = [(text.count("\n", 0, m.start(2)) + 1, m[2]) for m in INCLUDE.finditer(text)]
                    lines = text.count("\n") + (not text.endswith("\n"))
                    if lines > LONGEST_FILE:
                        self.fault(path, lines, f"has {lines} lines, more than {LONGEST_FILE}")

    def fault(self, path, line, reason):
        self.faults.append(f"{path.relative_to(self.root)}:{line}: {reason}")

    def place(self, path):
        """("model", "label") or ("app", "cli"); the folder is empty for a file of the top folder itself."""
        parts = path.relative_to(self.root).parts
        return parts[0], parts[1] if len(parts) > 2 else ""

    def resolve(self, path, included):
        """The file of ours that is meant, or None."""
        for folder in (path.parent, self.root / "model", self.root / "app"):
            candidate = (folder / included).resolve()
            if candidate in self.includes:
                return candidate
        return None

    def check_arrow(self, path, line, included):
        top, room = self.place(path)
        target = self.resolve(path, included)
        first = included.split("/")[0]
        if top != "model":
            return
        if room not in STEP_OF:
            self.fault(path, line, f"model/{room} is not a room of the house")
            return
        if target:
            target_top, target_room = self.place(target)
        elif "/" in included and first in STEP_OF:
            target_top, target_room = "model", first
        else:
            return
        if target_top == "app":
            self.fault(path, line, f"model/{room} includes {included} of app")
        elif target_room != room and STEP_OF.get(target_room, len(STEPS)) >= STEP_OF[room]:
            self.fault(path, line, f"{room} includes {included}: {target_room} does not stand below it")

    def check_qt(self, path, line, included):
        top, room = self.place(path)
        module = qt_module(included, self.modules)
        name = included.split("/")[-1]
        if module == "QtSvg":
            self.fault(path, line, f"includes {included}: QtSvg is not used in this house")
        elif module == "QtDBus" and (top, room) != ("model", "platform"):
            self.fault(path, line, f"includes {included}: D-Bus belongs to model/platform")
        elif module == "QtWidgets" and (top == "model" or room == "cli"):
            self.fault(path, line, f"includes {included} of QtWidgets")
        elif module == "QtGui" and top == "model" and room != "print":
            self.fault(path, line, f"includes {included} of QtGui, which only model/print may use")
        elif module == "QtGui" and room == "cli" and name != "QGuiApplication":
            self.fault(path, line, f"includes {included} of QtGui; app/cli may use QGuiApplication alone")

    def check_reach(self, start):
        """A header that app/cli includes must not bring QtWidgets along."""
        waiting, seen = [(start, start)], {start}
        while waiting:
            path, first = waiting.pop()
            for _, included in self.includes[path]:
                target = self.resolve(path, included)
                if target and target not in seen:
                    seen.add(target)
                    waiting.append((target, target if path == start else first))
                elif path != start and qt_module(included, self.modules) == "QtWidgets":
                    self.fault(start, 1, f"includes {first.name}, which brings {included} of QtWidgets")
                    return

    def check_links(self):
        files = [*self.root.glob("model/**/CMakeLists.txt"), *self.root.glob("app/cli/CMakeLists.txt")]
        for path in sorted(files):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                line = line.split("#")[0]
                if "Qt6::Widgets" in line:
                    self.fault(path, number, "links Qt6::Widgets")
                if "Qt6::Gui" in line and self.place(path)[0] == "model" and path.parent.name != "print":
                    self.fault(path, number, "links Qt6::Gui, which only model/print may")

    def check(self):
        for path, included in self.includes.items():
            for line, name in included:
                self.check_arrow(path, line, name)
                self.check_qt(path, line, name)
            if self.place(path) == ("app", "cli"):
                self.check_reach(path)
        self.check_links()
        return self.faults


def main():
    root = (Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2]).resolve()
    house = House(root)
    faults = house.check()
    if not house.includes:
        faults = [f"{root}: no sources under model/ or app/"]
    print("\n".join(faults) if faults else f"{len(house.includes)} files, every include in order")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
