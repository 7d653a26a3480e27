// Images as other programs make them (ImageMagick, exiftool), and odd ones put together by hand; with the
// corpus images where they are there.
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <zlib.h>

namespace shirushi::tests {

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a sample");
}

inline QByteArray outputOf(const QString &program, const QStringList &arguments, const QString &folder = {})
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.waitForFinished(100'000);
    return process.readAllStandardOutput();
}

inline QString corpusFolder()
{
    return qEnvironmentVariable("SHIRUSHI_CORPUS", QStringLiteral(SHIRUSHI_SOURCE_DIR "/../shared/corpus"));
}

inline QByteArray pngPiece(const QByteArray &type, const QByteArray &content)
{
    const auto number = [](quint32 value) {
        QByteArray bytes(4, '\0');
        for (int i = 0; i < 4; ++i)
            bytes[i] = static_cast<char>(value >> (24 - 8 * i) & 0xFF);
        return bytes;
    };
    const QByteArray body = type + content;
    const auto sum = ::crc32(0, reinterpret_cast<const Bytef *>(body.constData()), static_cast<uInt>(body.size()));
    return number(static_cast<quint32>(content.size())) + body + number(static_cast<quint32>(sum));
}

inline void makeWithImageMagick(const QString &folder)
{
    const QString script = QStringLiteral(
        "convert -size 96x64 plasma:blue-red -seed 5 base.miff; "
        "convert base.miff plain.jpg; convert base.miff -interlace JPEG progressive.jpg; "
        "convert base.miff -colorspace CMYK cmyk.jpg; convert base.miff -colorspace Gray gray.jpg; "
        "convert base.miff -comment 'a comment' exif.jpg; convert base.miff xmp.jpg; convert base.miff full.jpg; "
        "convert base.miff plain.png; convert base.miff -depth 16 -define png:color-type=6 deep.png; "
        "convert base.miff -interlace PNG -colors 8 PNG8:palette.png; convert base.miff text.png; "
        "convert base.miff xmp.png; convert base.miff zxmp.png; "
        "convert base.miff -compress LZW plain.tif; convert base.miff -define tiff:endian=msb big.tif; "
        "convert base.miff -depth 16 -compress Zip deep.tif; convert base.miff -colorspace CMYK cmyk.tif; "
        "convert base.miff \\( base.miff -negate \\) \\( base.miff -rotate 90 \\) pages.tif; "
        "convert base.miff -define tiff:tile-geometry=32x32 tiled.tif; convert base.miff xmp.tif; "
        "convert base.miff -monochrome -compress Group4 fax.tif; "
        "for i in jpg png tif; do test -f /usr/share/color/icc/ghostscript/srgb.icc && "
        "convert base.miff -profile /usr/share/color/icc/ghostscript/srgb.icc icc.$i; done; rm -f base.miff");
    outputOf(QStringLiteral("sh"), {QStringLiteral("-c"), script}, folder);
}

inline void addMetadata(const QString &folder)
{
    const QString script = QStringLiteral(
        "exiftool -q -overwrite_original -Artist=山田 -Make=Maker -UserComment=こんにちは -GPSLatitude=35 "
        "exif.jpg full.jpg xmp.tif pages.tif text.png; "
        "exiftool -q -overwrite_original -XMP-dc:Subject=山 -XMP-dc:Subject=川 -XMP-dc:Title=題 -XMP-pdf:Keywords=k "
        "xmp.jpg full.jpg xmp.png xmp.tif; "
        "exiftool -q -overwrite_original -IPTC:Keywords=x -Comment=y full.jpg; "
        "exiftool -q -overwrite_original -z -XMP-dc:Subject=山 -XMP-dc:Description=長い長い説明 zxmp.png");
    outputOf(QStringLiteral("sh"), {QStringLiteral("-c"), script}, folder);
}

inline void makeByHand(const QString &folder)
{
    const QDir dir(folder);
    const QByteArray jpeg = contentOf(dir.filePath(QStringLiteral("exif.jpg")));
    save(dir.filePath(QStringLiteral("trailer.jpg")), jpeg + QByteArray("a trailer of another maker\0\xFF\xD8", 29));
    save(dir.filePath(QStringLiteral("cut.jpg")), jpeg.left(jpeg.size() - 200));
    // APP2 ICC before everything, fill bytes before a marker
    const QByteArray plain = contentOf(dir.filePath(QStringLiteral("plain.jpg")));
    save(dir.filePath(QStringLiteral("fill.jpg")), plain.left(2) + "\xFF\xFF" + plain.mid(2));

    const QByteArray png = contentOf(dir.filePath(QStringLiteral("plain.png")));
    const qsizetype data = png.indexOf("IDAT") - 4;
    const QByteArray control("\0\0\0\1\0\0\0\0", 8);
    const QByteArray frame = QByteArray(4, '\0') + png.mid(16, 8) + QByteArray(8, '\0') + QByteArray("\0\1\0\2\0\0", 6);
    save(dir.filePath(QStringLiteral("animated.png")),
         png.left(data) + pngPiece("acTL", control) + pngPiece("fcTL", frame) + png.mid(data) + "behind the end");
    const QByteArray packet = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF "
                              "xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></x:xmpmeta>";
    save(dir.filePath(QStringLiteral("xmpafter.png")),
         png.left(png.size() - 12)
             + pngPiece("iTXt", QByteArray("XML:com.adobe.xmp\0\0\0ja\0\xE9\xA1\x8C\0", 27) + packet) + png.right(12));

    const QByteArray tiff = contentOf(dir.filePath(QStringLiteral("plain.tif")));
    save(dir.filePath(QStringLiteral("odd.tif")), tiff + QByteArray(tiff.size() % 2 == 0 ? 1 : 2, 'x'));
}

/// All of them in `folder`, which is made; the corpus images too.
inline QStringList makeImages(const QString &folder)
{
    QDir().mkpath(folder);
    makeWithImageMagick(folder);
    addMetadata(folder);
    makeByHand(folder);
    const QFileInfoList files =
        QDir(corpusFolder() + QStringLiteral("/images")).entryInfoList({QStringLiteral("*.jpg")}, QDir::Files);
    for (const QFileInfo &file : files)
        save(folder + QStringLiteral("/corpus-") + file.fileName(), contentOf(file.filePath()));
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace shirushi::tests
