#include "print/qrcode.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>
#include <qrencode.h>
#include <string_view>

namespace shirushi::print {

namespace {

constexpr int quietZone = 4; // modules
constexpr qsizetype longest = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::print", text);
}

bool isPlain(char character)
{
    constexpr std::string_view signs = "$%*+-./:";
    return (character >= '0' && character <= '9') || (character >= 'A' && character <= 'Z') || signs.find(character) != std::string_view::npos;
}

} // namespace

base::Result<QrCode> qrCode(const QByteArray &text)
{
    if (text.isEmpty() || text.size() > longest || !std::all_of(text.begin(), text.end(), isPlain))
        return base::failure(base::ErrorCode::InvalidInput, {}, tr("This cannot be put into a QR code."));
    const std::unique_ptr<QRinput, decltype(&QRinput_free)> input(QRinput_new2(0, QR_ECLEVEL_M), QRinput_free);
    const bool isTaken = input && QRinput_append(input.get(), QR_MODE_AN, static_cast<int>(text.size()), reinterpret_cast<const unsigned char *>(text.constData())) == 0;
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> made(isTaken ? QRcode_encodeInput(input.get()) : nullptr, QRcode_free);
    if (!made)
        return base::failure(base::ErrorCode::TooLarge, {}, tr("This is too long for a QR code."));
    QrCode code{made->width, {}};
    const std::size_t count = static_cast<std::size_t>(made->width) * static_cast<std::size_t>(made->width);
    code.modules.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        code.modules.push_back((made->data[i] & 1) != 0);
    return code;
}

void draw(const QrCode &code, PdfSheets &sheets, double x, double y, double side)
{
    const double module = side / (code.size + 2 * quietZone);
    for (int row = 0; row < code.size; ++row) {
        for (int column = 0; column < code.size;) {
            if (!code.at(column, row)) {
                ++column;
                continue;
            }
            int end = column; // neighbours as one, so that no gaps show between them
            while (end < code.size && code.at(end, row))
                ++end;
            sheets.fill(x + (quietZone + column) * module, y + side - (quietZone + row + 1) * module, (end - column) * module, module);
            column = end;
        }
    }
}

} // namespace shirushi::print
