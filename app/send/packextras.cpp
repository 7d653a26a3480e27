#include "send/packextras.h"

#include "send/fileline.h"
#include "sending/ordercheck.h"
#include "widgets/checkline.h"
#include "widgets/language.h"
#include "widgets/textblock.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace shirushi::send {

using namespace widgets;
using sending::ParcelFormat;

namespace {

constexpr int longestWords = 400; // as model/sending takes them
constexpr int longestContact = 200;

QString ruleText(const std::optional<policy::Obligation> &obligation)
{
    return obligation ? PackExtras::tr("%1: %2").arg(obligation->citation.article, inWindowLanguage(obligation->text)) : QString();
}

} // namespace

PackExtras::PackExtras(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme), m_certificates(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *certificates = new QVBoxLayout(m_certificates);
    certificates->setContentsMargins(0, 0, 0, 0);
    certificates->addWidget(new TextBlock(theme, TextKind::Small,
                                          tr("The parcel is made for the recipient's certificate, and for one of your own, with which Shirushi "
                                             "opens it once to check it. Your key is only read.")));
    m_recipient = addFileLine(certificates, tr("The recipient's certificate"), u'C');
    m_own = addFileLine(certificates, tr("Your own certificate"), u'Y');
    m_key = addFileLine(certificates, tr("The key of your own certificate"), u'K');
    column->addWidget(m_certificates);
    m_reason = addLine(tr("Why it need not be encrypted (recorded)"));
    m_sanitised = addLine(tr("How it was sanitised (recorded)"));
    m_cover = new CheckLine(theme, tr("Put a cover sheet in front"),
                            tr("A page with the class, the restrictions, sender, recipient, the list of files, and what to do if it came to the "
                               "wrong place. It lies inside the parcel; the password never stands in it."));
    column->addWidget(m_cover);
    m_contact = addLine(tr("How you are reached (stands on the cover sheet; may be left empty)"));
    m_contact.edit->setMaxLength(longestContact);
    connect(m_cover, &QAbstractButton::toggled, m_contact.box, &QWidget::setVisible);
    setFormat(ParcelFormat::Zip);
}

PackExtras::Line PackExtras::addLine(const QString &title)
{
    Line line{new QWidget, new TextBlock(m_theme, TextKind::Small, {}, Ink::Dim), new QLineEdit};
    auto *column = new QVBoxLayout(line.box);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    column->addWidget(new TextBlock(m_theme, TextKind::Small, title));
    column->addWidget(line.edit);
    column->addWidget(line.note);
    line.edit->setMaxLength(longestWords);
    line.edit->setAccessibleName(title);
    layout()->addWidget(line.box);
    connect(line.edit, &QLineEdit::textChanged, this, &PackExtras::changed);
    return line;
}

FileLine *PackExtras::addFileLine(QVBoxLayout *column, const QString &title, QChar key)
{
    auto *line = new FileLine(m_theme, title, key);
    column->addWidget(line);
    connect(line, &FileLine::changed, this, &PackExtras::changed);
    return line;
}

void PackExtras::begin(const Prospect &prospect)
{
    clear();
    const sending::Demands demands = sending::demandsOf(*prospect.answer);
    m_wantsReason = demands.wantsPlainReason();
    m_wantsSanitising = demands.sanitising.has_value();
    m_reason.note->setText(ruleText(demands.encryption));
    m_sanitised.note->setText(ruleText(demands.sanitising));
    setFormat(ParcelFormat::Zip);
}

void PackExtras::clear()
{
    for (const Line &line : {m_reason, m_sanitised, m_contact})
        line.edit->clear();
    m_cover->setChecked(false);
    setCertificates({}, {}, {});
}

void PackExtras::setFormat(std::optional<ParcelFormat> format)
{
    m_format = format;
    const bool takesCover = format != ParcelFormat::Pdf;
    m_certificates->setVisible(format == ParcelFormat::Cms);
    m_reason.box->setVisible(!format && m_wantsReason);
    m_sanitised.box->setVisible(m_wantsSanitising);
    m_cover->setVisible(takesCover);
    m_contact.box->setVisible(takesCover && m_cover->isChecked());
    Q_EMIT changed();
}

QString PackExtras::missing() const
{
    const auto isEmpty = [](const Line &line) { return line.edit->text().trimmed().isEmpty(); };
    if (m_format == ParcelFormat::Cms && (m_recipient->isEmpty() || m_own->isEmpty() || m_key->isEmpty()))
        return tr("Please choose the certificates and the key.");
    if (!m_format && m_wantsReason && isEmpty(m_reason))
        return tr("Please say why it need not be encrypted.");
    if (m_wantsSanitising && isEmpty(m_sanitised))
        return tr("Please say how it was sanitised.");
    return {};
}

void PackExtras::fill(Packing &packing) const
{
    packing.isPlain = !m_format;
    packing.plainReason = !m_format && m_wantsReason ? m_reason.edit->text().simplified() : QString();
    packing.sanitised = m_wantsSanitising ? m_sanitised.edit->text().simplified() : QString();
    if (m_cover->isChecked() && m_format != ParcelFormat::Pdf)
        packing.cover = m_contact.edit->text().simplified();
    if (m_format == ParcelFormat::Cms) {
        packing.certificates = {m_recipient->path()};
        packing.ownCertificate = m_own->path();
        packing.ownKey = m_key->path();
    }
}

void PackExtras::setCertificates(const base::Path &recipient, const base::Path &own, const base::Path &key)
{
    m_recipient->setPath(recipient);
    m_own->setPath(own);
    m_key->setPath(key);
}

} // namespace shirushi::send
