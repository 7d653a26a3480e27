"""A tree of files as a municipal file share has them: Office documents first, PDFs, photographs, scans, text.

Kinds and sizes are drawn with a fixed seed, so that every run measures the same tree. Office documents are
made by LibreOffice in the run, a few of each kind and size, and then repeated; each PDF is a file of its own.
"""
import os
import random
import shutil
import subprocess
import zipfile

# Of a hundred files. What stands in no list of ours is a guess from such shares: Word and Excel are half of it.
SHARE = {"docx": 24, "xlsx": 24, "pptx": 3, "odt": 3, "ods": 2, "pdf": 24, "jpg": 12, "png": 3, "tif": 2, "csv": 3}
WORDS = ("情報資産 分類 会議 次第 出席者 氏名 発言 要旨 予算 決算 補助金 申請 承認 交付 住民 税務 福祉 介護 防災 庁舎 委託 "
         "契約 入札 条例 規則 要綱 及び 並びに に関する について の者 とする。 ものとする。 しなければならない。 を定める。 による。").split()
SEED = 20260401


def minimal_pdf(pages, number):
    """A PDF with text on each page, a cross-reference table, and no other library's habits."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
                   b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(pages)), pages),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for page in range(pages):
        text = b"BT /F1 12 Tf 72 720 Td (File %d page %d) Tj ET\n" % (number, page) + b"% filler\n" * 400
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>"
                       b" /Contents %d 0 R >>" % (5 + 2 * page))
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text))
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for index, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (index, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def make_images(folder):
    """Photographs of four sizes and two scans, by another program."""
    for name, size in (("s", "480x360"), ("m", "800x600"), ("l", "1600x1200"), ("xl", "2400x1800")):
        subprocess.run(["convert", "-size", size, "-seed", str(SEED), "plasma:fractal",
                        "-quality", "85", os.path.join(folder, name + ".jpg")], check=True)
    for name in ("a.png", "a.tif"):  # as a form that was scanned: mostly white
        subprocess.run(["convert", "-size", "1240x1754", "xc:white", "-fill", "black", "-draw",
                        " ".join("line 100,%d 1100,%d" % (y, y + 3) for y in range(100, 1700, 40)),
                        "-compress", "lzw" if name.endswith("tif") else "zip", os.path.join(folder, name)], check=True)


def paragraph(chance):
    """Thirty words and a number or two, so that a document packs about as well as a real one."""
    return "".join(chance.choice(WORDS) + (str(chance.randrange(100000)) if chance.random() < 0.1 else "")
                   for _ in range(30))


def slides(count, chance):
    """A flat OpenDocument presentation, to be converted."""
    page = ('<draw:page draw:name="p%d"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="10cm">'
            '<draw:text-box><text:p>%s</text:p></draw:text-box></draw:frame></draw:page>')
    return ('<?xml version="1.0" encoding="UTF-8"?><office:document '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
            'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" '
            'office:mimetype="application/vnd.oasis.opendocument.presentation"><office:body><office:presentation>'
            + "".join(page % (i, paragraph(chance)) for i in range(count))
            + "</office:presentation></office:body></office:document>")


def convert(folder, ending, sources, *options):
    """`sources` by LibreOffice to `ending`, all in one go."""
    profile = "-env:UserInstallation=file://" + os.path.join(os.path.abspath(folder), "profile")
    subprocess.run(["timeout", "180", "soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder,
                    *options, *sources], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def make_office(folder, chance):
    """Documents of three lengths, the long ones with a photograph; tables of three; one presentation of each."""
    texts, tables, shows = [], [], []
    for name, paragraphs in (("s", 20), ("m", 150), ("l", 800)):
        picture = '<img src="%s">' % os.path.join(os.path.abspath(folder), "s.jpg") if name == "l" else ""
        texts.append(os.path.join(folder, name + ".html"))
        with open(texts[-1], "w") as file:
            file.write('<meta charset="utf-8">' + picture
                       + "".join("<p>%d. %s</p>\n" % (i, paragraph(chance)) for i in range(paragraphs)))
        tables.append(os.path.join(folder, name + ".csv"))
        with open(tables[-1], "w") as file:
            for row in range(paragraphs * 4):
                file.write(",".join([str(row), "山田太郎", "総務課"] + [str(chance.randrange(10 ** k)) for k in range(1, 9)]) + "\n")
        shows.append(os.path.join(folder, name + ".fodp"))
        with open(shows[-1], "w") as file:
            file.write(slides(paragraphs // 20, chance))
    convert(folder, "odt:writer8", texts, "--infilter=HTML (StarWriter)")
    convert(folder, "docx:MS Word 2007 XML", [os.path.join(folder, size + ".odt") for size in "sml"])
    convert(folder, "xlsx:Calc MS Excel 2007 XML", tables)
    convert(folder, "ods:calc8", tables)
    convert(folder, "pptx:Impress MS PowerPoint 2007 XML", shows)


def make_originals(folder):
    os.makedirs(folder)
    make_images(folder)
    make_office(folder, random.Random(SEED))
    for ending in ("docx", "xlsx", "pptx", "odt", "ods"):
        for size in "sml":
            if not zipfile.is_zipfile(os.path.join(folder, "%s.%s" % (size, ending))):
                raise SystemExit("LibreOffice made no %s.%s" % (size, ending))


def make_tree(folder, originals, count, kinds=None, per_folder=200):
    """`count` files below `folder`; returns the mean bytes a file. `kinds`: only these, in their shares."""
    chance = random.Random(SEED)
    kinds = list(kinds or SHARE)
    drawn = chance.choices(kinds, [SHARE[kind] for kind in kinds], k=count)
    for number, kind in enumerate(drawn):
        place = os.path.join(folder, "%02d" % (number // per_folder // 10), "%03d" % (number // per_folder))
        os.makedirs(place, exist_ok=True)
        target = os.path.join(place, "%05d.%s" % (number, kind))
        if kind == "pdf":
            with open(target, "wb") as file:
                file.write(minimal_pdf(min(400, int(chance.lognormvariate(2, 1.2)) + 1), number))
        elif kind in ("png", "tif"):
            shutil.copyfile(os.path.join(originals, "a." + kind), target)
        else:
            sizes, weights = (["s", "m", "l", "xl"], [3, 4, 2, 1]) if kind == "jpg" else (["s", "m", "l"], [5, 4, 1])
            size = chance.choices(sizes, weights)[0]
            shutil.copyfile(os.path.join(originals, "%s.%s" % (size, kind)), target)
    return mean_size(folder)


def mean_size(folder):
    sizes = [os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names]
    return sum(sizes) / len(sizes)
