#include "send/formatwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace shirushi::send {

using sending::ParcelFormat;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::send", text);
}

QString whatIsNeeded(ParcelFormat format)
{
    switch (format) {
    case ParcelFormat::Zip:
        return tr("The recipient needs a free program such as 7-Zip: the Explorer of Windows and macOS cannot open it by themselves.");
    case ParcelFormat::Pdf:
        return tr("For one PDF. The recipient needs nothing but a current PDF viewer.");
    case ParcelFormat::Age:
        return tr("The recipient needs the program age, or Shirushi.");
    case ParcelFormat::Cms:
        return tr("For a recipient with a certificate; there is no password. The recipient needs OpenSSL, or Shirushi.");
    case ParcelFormat::Html:
        return tr("The recipient needs nothing but a current browser. Mail filters often hold such a file back: it goes better by "
                  "file transfer or on a medium.");
    }
    return {};
}

} // namespace

QString titleOf(ParcelFormat format)
{
    switch (format) {
    case ParcelFormat::Zip:
        return tr("Encrypted ZIP (AES-256)");
    case ParcelFormat::Pdf:
        return tr("PDF with a password (AES-256)");
    case ParcelFormat::Age:
        return tr("age file");
    case ParcelFormat::Cms:
        return tr("CMS for a certificate");
    case ParcelFormat::Html:
        return tr("Page that opens itself (HTML)");
    }
    return {};
}

QString noteOf(ParcelFormat format)
{
    const auto cap = sending::capOf(format);
    return cap ? tr("%1 At most %2.").arg(whatIsNeeded(format), sizeText(*cap)) : whatIsNeeded(format);
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), bytes < 10 * 1024 * 1024 ? 1 : 0, QLocale::DataSizeTraditionalFormat);
}

} // namespace shirushi::send
