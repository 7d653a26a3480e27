// QR codes (ISO/IEC 18004), drawn on sheets. Pure; any thread.
#pragma once

#include "base/result.h"
#include "print/pdfsheets.h"

#include <QByteArray>

#include <vector>

namespace shirushi::print {

struct QrCode {
    int size = 0;              // modules on a side, without the quiet zone
    std::vector<bool> modules; // row by row from the top; true: black
    bool at(int column, int row) const { return modules[static_cast<std::size_t>(row * size + column)]; }
};

/// Of digits, capital letters and $%*+-./: alone, with error correction M. InvalidInput for other characters, TooLarge for
/// more than a code holds (3391 characters).
[[nodiscard]] base::Result<QrCode> qrCode(const QByteArray &text);

/// With a quiet zone of four modules inside `side` points; `x` and `y`: the lower left corner.
void draw(const QrCode &code, PdfSheets &sheets, double x, double y, double side);

} // namespace shirushi::print
