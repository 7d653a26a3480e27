#include "disposal/certificate.h"

#include "base/clock.h"
#include "ledger/prooftext.h"
#include "print/linebreaks.h"
#include "print/qrcode.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::disposal {

namespace {

constexpr double width = 595.28; // A4, points
constexpr double height = 841.89;
constexpr double margin = 56.7; // 20 mm
constexpr double textSize = 9.5;
constexpr double lineHeight = 13.5;
constexpr double headingWidth = 110;
constexpr double codeSide = 158;
constexpr std::size_t codesInRow = 3;
constexpr std::size_t mostCodes = 6;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::disposal", text);
}

class Sheet
{
public:
    explicit Sheet(print::TextFont font) : m_sheets(std::move(font), width, height) { m_sheets.begin(); }

    void title(const QString &text)
    {
        const std::u32string characters = print::charactersOf(text);
        m_y -= 20;
        m_sheets.text((width - m_sheets.measure(characters, 18)) / 2, m_y, 18, characters);
        m_y -= 24;
    }

    void row(const QString &heading, const QString &text)
    {
        if (text.isEmpty())
            return;
        m_sheets.line(margin, m_y, width - margin, m_y);
        m_sheets.text(margin + 4, m_y - lineHeight + 2, textSize, print::charactersOf(heading));
        lines(text, margin + headingWidth, width - 2 * margin - headingWidth);
    }

    void note(const QString &text)
    {
        m_y -= 8;
        lines(text, margin, width - 2 * margin);
    }

    // Side by side, from the left.
    void codes(const std::vector<print::QrCode> &codes)
    {
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (i % codesInRow == 0)
                m_y -= codeSide + 6;
            print::draw(codes[i], m_sheets, margin + static_cast<double>(i % codesInRow) * (codeSide + 4), m_y, codeSide);
        }
    }

    void rule() { m_sheets.line(margin, m_y, width - margin, m_y); }
    double left() const { return m_y - margin; }
    base::Result<QByteArray> toBytes(const QString &title, const QDateTime &made) const { return m_sheets.toBytes(title, made); }

private:
    void lines(const QString &text, double x, double room)
    {
        const auto widthOf = [this](char32_t character) { return m_sheets.font().widthOf(character); };
        for (const std::u32string &line : print::paragraphsInLines(text, static_cast<int>(room * 1000 / textSize), widthOf)) {
            m_y -= lineHeight;
            m_sheets.text(x, m_y + 2, textSize, line);
        }
        m_y -= 3;
    }

    print::PdfSheets m_sheets;
    double m_y = height - margin;
};

base::Result<std::vector<print::QrCode>> codesOf(const QByteArray &proof)
{
    std::vector<print::QrCode> codes;
    const std::vector<QByteArray> lines = ledger::proofLines(proof);
    if (lines.size() > mostCodes)
        return base::failure(base::ErrorCode::TooLarge, {}, tr("The proof is too long for this sheet. Please keep it as a file: shirushi-cli ledger prove."));
    for (const QByteArray &line : lines) {
        auto code = print::qrCode(line);
        if (!code)
            return std::unexpected(code.error());
        codes.push_back(std::move(*code));
    }
    return codes;
}

QString timeText(const QDateTime &at)
{
    return base::toJapaneseDate(at.toLocalTime().date()) + at.toLocalTime().toString(QStringLiteral(" HH:mm:ss"));
}

} // namespace

base::Result<QByteArray> certificatePdf(const Certificate &certificate, const RegisterWords &words)
{
    const auto codes = codesOf(certificate.proof);
    auto font = print::TextFont::load();
    if (!codes || !font)
        return std::unexpected(codes ? font.error() : codes.error());
    const Record &record = certificate.record;
    const QString title = record.isErasure() ? tr("Certificate of erasure (draft)") : tr("Certificate of disposal (draft)");
    Sheet sheet(std::move(*font));
    sheet.title(title);
    sheet.row(tr("No."), QString::number(record.seq));
    sheet.row(tr("Date and time"), record.doneOn.isValid() ? base::toJapaneseDate(record.doneOn) : timeText(record.at));
    if (record.doneOn.isValid())
        sheet.row(tr("Recorded"), timeText(record.at));
    sheet.row(tr("Person"), record.performer.isEmpty() ? words.personName(record.by) : words.personName(record.performer));
    sheet.row(tr("Asset"), record.name.left(600));
    sheet.row(tr("Class"), classText(record, words));
    sheet.row(tr("Reason"), record.reason.text.left(400));
    sheet.row(tr("Permission"), permissionText(record, words));
    sheet.row(tr("Treatment"), treatmentText(record, words));
    sheet.row(tr("Remarks"), remarksText(record, words).left(900));
    sheet.row(tr("Content hash"), record.contentHash);
    sheet.row(tr("SHA-256 before"), record.sha256);
    sheet.row(tr("Office"), words.pack->authority.ja + u'\n' + tr("Fingerprint of the office: %1").arg(certificate.fingerprint));
    sheet.row(tr("Made on"), timeText(certificate.madeAt));
    sheet.rule();
    sheet.note(tr("The QR codes carry the proof that this record stands in the ledger. Read each of them into a text file, a line each; "
                  "“shirushi-cli ledger check-proof FILE” then says whether it holds. The roster of the office is needed for that."));
    const std::size_t rows = (codes->size() + codesInRow - 1) / codesInRow;
    if (sheet.left() < static_cast<double>(rows) * (codeSide + 6))
        return base::failure(base::ErrorCode::TooLarge, record.name, tr("The proof is too long for this sheet. Please keep it as a file: shirushi-cli ledger prove."));
    sheet.codes(*codes);
    return sheet.toBytes(title, certificate.madeAt);
}

} // namespace shirushi::disposal
