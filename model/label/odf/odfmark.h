// The visible mark of an OpenDocument file: a line in the header of every page style (text documents,
// spreadsheets), a frame on every slide or drawing page. On each page and not on the master page, because a
// slide can hide what its master page shows. Pure functions, any thread; errors are odfTree()'s.
#pragma once

#include "label/odf/odfpackage.h"
#include "label/odf/odfregion.h"

#include <QStringList>

namespace shirushi::label {

/// Which part the mark goes into: styles.xml or content.xml.
const char *odfMarkPart(OdfKind kind);

struct MarkedPart {
    QByteArray text;
    bool marked = false;
    QStringList notices;
};

/// `styles` (styles.xml without a mark of ours) with the line in all headers that are displayed; page styles
/// without a header get one.
[[nodiscard]] base::Result<MarkedPart> withHeaderMark(const QByteArray &styles, OdfKind kind, const QString &mark,
                                                      const QString &subject);

/// `content` (content.xml without a mark of ours) with the frame on each page; `styles` says how wide they are.
[[nodiscard]] base::Result<MarkedPart> withSlideMark(const QByteArray &content, const QByteArray &styles,
                                                     const QString &mark, const QString &subject);

/// `part` without our mark: as we wrote it; else, where meta.xml tells of a mark that says `mark`, as another
/// program saved it anew. (Only then: a document may have a header of the same words of its own.)
[[nodiscard]] base::Result<WithoutRegions> withoutMark(const QByteArray &part, OdfKind kind,
                                                       const std::optional<QString> &mark, const QString &subject);

/// What is called a header of a master page: header, header-left, header-first, of any prefix.
bool isOdfHeader(const XmlName &name);

} // namespace shirushi::label
