// Lines of a mail's header: RFC 5322 with Japanese in them as RFC 2047 (encoded words, UTF-8 in base64) and RFC 2231
// (parameters) write it. No line is longer than 78 characters, and none can be broken out of. Pure; any thread.
#pragma once

#include "sending/mailaddress.h"

#include <QByteArray>

#include <vector>

namespace shirushi::sending {

/// Who a mail is from or to.
struct Mailbox {
    MailAddress address;
    QString name; // may be empty
    bool operator==(const Mailbox &) const = default;
};

/// "Subject: …" with CRLF.
QByteArray textHeader(const QByteArray &name, const QString &text);
/// "To: …" with CRLF, an address a line.
QByteArray addressHeader(const QByteArray &name, const std::vector<Mailbox> &mailboxes);
/// "; \r\n name=…" of Content-Type, as Outlook reads it: RFC 2047 within quotes, though that RFC does not want it there.
QByteArray wordParameter(const QByteArray &name, const QString &value);
/// "; \r\n name*0*=…" of Content-Disposition, as RFC 2231 has it; plain where the value is.
QByteArray parameter(const QByteArray &name, const QString &value);

/// Base64 in lines of 76 characters and CRLF. `bytes` is the whole, or a part of it whose size 57 divides.
QByteArray base64Lines(const QByteArray &bytes);
inline constexpr qsizetype bytesInLine = 57;

} // namespace shirushi::sending
