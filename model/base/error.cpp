#include "base/error.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>

namespace shirushi::base {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::base", text);
}

ErrorCode codeFromErrno(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return ErrorCode::NotFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return ErrorCode::NotWritable;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return ErrorCode::NoSpace;
    case ENAMETOOLONG:
        return ErrorCode::NameTooLong;
    case EBUSY:
    case ETXTBSY:
        return ErrorCode::InUse;
    default:
        return ErrorCode::Io;
    }
}

QString sentence(ErrorCode code, int number)
{
    switch (code) {
    case ErrorCode::NotFound:
        return tr("There is no such file or folder.");
    case ErrorCode::NotWritable:
        return tr("There is no permission for this place.");
    case ErrorCode::NoSpace:
        return tr("There is no space left on the disk.");
    case ErrorCode::NameTooLong:
        return tr("The path or file name is too long.");
    case ErrorCode::InUse:
        return tr("Another program is using the file.");
    default:
        return tr("The system refused: %1.").arg(QString::fromLocal8Bit(std::strerror(number)));
    }
}

// A terminal line stays one line whatever is in a file name.
QString withoutLineBreaks(QString text)
{
    for (QChar &character : text) {
        if (character.unicode() < 0x20 || character.unicode() == 0x7f)
            character = QChar(u'?');
    }
    return text;
}

} // namespace

Error errorFromErrno(int number, const QString &subject)
{
    const ErrorCode code = codeFromErrno(number);
    return {code, subject, sentence(code, number), {}};
}

QString oneLine(const Error &error)
{
    const QString left = error.left.isEmpty() ? tr("Nothing was changed.") : error.left;
    const QString subject = error.subject.isEmpty() ? QString() : withoutLineBreaks(error.subject) + QStringLiteral(": ");
    return subject + withoutLineBreaks(error.message)
           + QStringLiteral(" ") + withoutLineBreaks(left);
}

} // namespace shirushi::base
