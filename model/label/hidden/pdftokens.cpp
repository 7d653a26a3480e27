#include "label/hidden/pdftokens.h"

#include <qpdf/Pipeline.hh>

#include <cmath>

namespace shirushi::label::hiddenpdf {

namespace {

class Bounded final : public Pipeline
{
public:
    Bounded(std::string &into, std::size_t limit, const QDeadlineTimer &deadline)
        : Pipeline("bounded", nullptr), m_into(into), m_limit(limit), m_deadline(deadline)
    {
    }

    void write(unsigned char const *bytes, std::size_t length) override
    {
        const std::size_t room = m_limit - m_into.size();
        m_into.append(reinterpret_cast<const char *>(bytes), std::min(room, length));
        m_isFull = m_isFull || length > room;
        if (m_isFull || m_deadline.hasExpired())
            throw std::runtime_error("no more of this stream");
    }
    void finish() override {}
    bool isFull() const { return m_isFull; }

private:
    std::string &m_into;
    std::size_t m_limit;
    const QDeadlineTimer &m_deadline;
    bool m_isFull = false;
};

} // namespace

Tokens::Tokens(const std::string &content) : m_input(std::make_shared<BufferInputSource>("content", content))
{
    m_tokenizer.allowEOF();
}

QPDFTokenizer::Token Tokens::next()
{
    auto token = m_tokenizer.readToken(m_input, "content", true);
    if (token.isWord("ID")) {
        char space = 0;
        m_input->read(&space, 1);
        m_tokenizer.expectInlineImage(m_input);
    }
    return token;
}

std::string dataOf(QPDFObjectHandle stream, std::size_t limit, const QDeadlineTimer &deadline, bool &isCut, bool raw)
{
    std::string data;
    if (!stream.isStream())
        return data;
    Bounded bounded(data, limit, deadline);
    bool tried = false;
    const bool isWhole = stream.pipeStreamData(&bounded, &tried, 0, raw ? qpdf_dl_none : qpdf_dl_specialized, true, false);
    if (deadline.hasExpired())
        throw OutOfTime();
    isCut = isCut || bounded.isFull() || !isWhole || (!raw && !tried);
    return data;
}

double numberOf(const QPDFObjectHandle &object, double otherwise)
{
    QPDFObjectHandle copy = object;
    if (!copy.isNumber())
        return otherwise;
    const double number = copy.getNumericValue();
    return std::isfinite(number) ? std::clamp(number, -1e7, 1e7) : otherwise;
}

} // namespace shirushi::label::hiddenpdf
