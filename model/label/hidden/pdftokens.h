// qpdf as the finders use it: tokens of a content stream, and the data of streams, bounded. Throws as qpdf does; the
// one place that catches is findInPdf(). One thread.
#pragma once

#include "label/pdf/qpdfinput.h"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace shirushi::label::hiddenpdf {

/// Ends all work on the file: the time is up.
struct OutOfTime : std::runtime_error {
    OutOfTime() : std::runtime_error("out of time") {}
};

class Tokens
{
public:
    using Type = QPDFTokenizer::token_type_e;

    explicit Tokens(const std::string &content);

    /// tt_eof at the end. Behind the word ID, the data of the picture are passed over.
    QPDFTokenizer::Token next();

private:
    std::shared_ptr<InputSource> m_input;
    QPDFTokenizer m_tokenizer;
};

/// At most `limit` bytes of the stream's data, decoded (or as they lie, for `raw`); `isCut` where there are more, or
/// they cannot be decoded.
std::string dataOf(QPDFObjectHandle stream, std::size_t limit, const QDeadlineTimer &deadline, bool &isCut, bool raw = false);

/// The number; nothing for anything else, bounded to what a page can need.
double numberOf(const QPDFObjectHandle &object, double otherwise = 0);

} // namespace shirushi::label::hiddenpdf
