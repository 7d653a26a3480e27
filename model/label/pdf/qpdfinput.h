// What qpdf reads a PDF from: our own input, so that the file is opened once and reading ends in time. It throws, as
// qpdf itself does: for sources that catch, never included by another header. One thread.
#pragma once

#include "label/pdf/pdfinput.h"

#include <QDeadlineTimer>

#define POINTERHOLDER_TRANSITION 4 // qpdf asks its users to choose; only std::shared_ptr is used here
#include <qpdf/InputSource.hh>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace shirushi::label {

/// What qpdf reads from. Its reading ends, by an exception that the wrapper catches, when the time is up.
class QpdfInput final : public InputSource
{
public:
    QpdfInput(const PdfInput &input, QDeadlineTimer deadline) : m_input(input), m_deadline(deadline) {}

    qpdf_offset_t findAndSkipNextEOL() override
    {
        for (char character = 0; read(&character, 1) == 1;) {
            if (character != '\n' && character != '\r')
                continue;
            const qpdf_offset_t end = tell() - 1;
            while (read(&character, 1) == 1) {
                if (character != '\n' && character != '\r') {
                    unreadCh(character);
                    break;
                }
            }
            return end;
        }
        return tell();
    }

    std::string const &getName() const override { return m_name; }
    qpdf_offset_t tell() override { return static_cast<qpdf_offset_t>(m_position); }
    void rewind() override { m_position = 0; }
    void unreadCh(char) override { m_position -= m_position > 0 ? 1 : 0; }

    void seek(qpdf_offset_t offset, int whence) override
    {
        const auto from = whence == SEEK_SET   ? 0
                          : whence == SEEK_CUR ? static_cast<qpdf_offset_t>(m_position)
                                               : static_cast<qpdf_offset_t>(m_input.size());
        if (offset < 0 && -offset > from)
            throw std::runtime_error("seek before the start");
        m_position = static_cast<std::uint64_t>(from + offset);
    }

    size_t read(char *into, size_t length) override
    {
        last_offset = tell();
        size_t done = 0;
        while (done < length && m_position < m_input.size()) {
            const std::uint64_t blockEnd = m_blockStart + static_cast<std::uint64_t>(m_block.size());
            if (m_position < m_blockStart || m_position >= blockEnd) {
                loadBlock();
                continue;
            }
            const auto count = std::min<std::uint64_t>(length - done, blockEnd - m_position);
            std::memcpy(into + done, m_block.constData() + (m_position - m_blockStart), count);
            done += count;
            m_position += count;
        }
        return done;
    }

private:
    void loadBlock()
    {
        constexpr std::uint64_t block = 16384;
        auto bytes = m_input.bytes(m_position / block * block, block);
        if (!bytes || bytes->isEmpty() || m_deadline.hasExpired())
            throw std::runtime_error("the file can be read no further");
        m_blockStart = m_position / block * block;
        m_block = std::move(*bytes);
    }

    const PdfInput &m_input;
    QDeadlineTimer m_deadline;
    std::string m_name = "pdf";
    std::uint64_t m_position = 0;
    std::uint64_t m_blockStart = 0;
    QByteArray m_block;
};

} // namespace shirushi::label
