// TableForm: a table as a form on A4 sheets, as PDF: title, what it is about, a box for seals 承認欄 on the first
// sheet, heading rows on every sheet, page numbers n/N. Text comes back from the PDF character by character
// (print/textfont.h). Pure function; any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QStringList>

#include <vector>

namespace shirushi::print {

struct TableColumn {
    QString heading;
    int share = 1;           // of the width of the sheet, in proportion to the others
    bool alignRight = false; // numbers
};

struct TableForm {
    QString title;
    QString subject;       // beside the title: 令和8年度
    QStringList notes;     // lines under the title, over the table
    QStringList approvals; // heads of the 承認欄, at most six; none: no box
    QDateTime made;        // stands at the foot of each sheet, in the local zone
    bool landscape = true;
    std::vector<TableColumn> columns;
    std::vector<QStringList> rows;
    double textSize = 8.5; // points

    static constexpr std::size_t mostRows = 50'000;
};

/// InvalidInput: no columns, a row of another length. TooLarge: more than mostRows. NotFound: the font is not
/// installed. A cell of more lines than fit on a sheet is cut, and says so with …
[[nodiscard]] base::Result<QByteArray> toPdf(const TableForm &form);

} // namespace shirushi::print
