#include "dispose/reasonform.h"

#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/quote.h"
#include "widgets/textblock.h"

#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::disposals {

using namespace widgets;

namespace {

constexpr int longestWords = 300;
constexpr int typingPause = 300; // ms
const QString ownWords = QStringLiteral("own");

} // namespace

ReasonForm::ReasonForm(const Theme &theme, const DisposeDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_reason(new Choice(theme)), m_words(new QLineEdit), m_deed(new TextBlock(theme, TextKind::Small, {}, Ink::Dim)),
      m_quote(new Quote(theme)), m_typing(new QTimer(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme, TextKind::Small, tr("Why")));
    m_reason->setAccessibleName(tr("Why"));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_words->setAccessibleName(tr("The reason in your own words"));
    m_words->setPlaceholderText(tr("The reason in your own words"));
    m_words->setMaxLength(longestWords);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_reason, m_words, m_deed, m_quote})
        column->addWidget(widget);
    setFocusProxy(m_reason);
    m_typing->setSingleShot(true);
    m_typing->setInterval(typingPause);
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] {
        choose();
        Q_EMIT chosen();
    });
    connect(m_words, &QLineEdit::textChanged, this, [this] {
        m_typing->start();
        Q_EMIT typed();
    });
    connect(m_typing, &QTimer::timeout, this, &ReasonForm::typingPaused);
    choose();
}

void ReasonForm::begin()
{
    const QSignalBlocker quiet(this);
    fill();
    m_reason->setCurrentIndex(std::max(0, m_reason->findData(m_keptReason)));
    m_words->setText(m_keptWords);
    m_typing->stop();
    choose();
}

void ReasonForm::keep()
{
    m_keptReason = m_reason->currentData().toString();
    m_keptWords = m_words->text();
}

void ReasonForm::clear()
{
    const QSignalBlocker quiet(this);
    m_keptReason.clear();
    m_keptWords.clear();
    m_words->clear();
    m_typing->stop();
}

// 廃棄 first, then 消去, which needs no permission by its reason.
void ReasonForm::fill()
{
    m_reason->clear();
    m_reason->addItem(tr("Please choose"), QString());
    const auto pack = m_desk.rules();
    if (!pack)
        return;
    for (const bool isErasure : {false, true}) {
        for (const policy::DisposalRules::Reason &reason : pack->disposal.reasons) {
            if (reason.fact.isEmpty() != isErasure)
                m_reason->addItem((isErasure ? tr("Erasure: %1") : tr("Disposal: %1")).arg(inWindowLanguage(reason.text)), reason.id);
        }
    }
    m_reason->addItem(tr("Disposal: another reason"), ownWords);
}

void ReasonForm::choose()
{
    const auto pack = m_desk.rules();
    const policy::DisposalRules::Reason *reason = pack ? pack->disposal.reason(m_reason->currentData().toString()) : nullptr;
    m_words->setVisible(isInOwnWords());
    m_quote->setCitation(reason ? reason->citation : policy::Citation());
    if (isInOwnWords() && m_reason->hasFocus())
        m_words->setFocus(Qt::OtherFocusReason);
}

QString ReasonForm::reason() const
{
    return isInOwnWords() ? m_words->text().simplified() : m_reason->currentData().toString();
}

bool ReasonForm::isInOwnWords() const
{
    return m_reason->currentData().toString() == ownWords;
}

void ReasonForm::setDeed(const QString &text)
{
    m_deed->setText(text);
}

QWidget *ReasonForm::focused() const
{
    return m_words->hasFocus() ? static_cast<QWidget *>(m_words) : m_reason->hasFocus() ? m_reason : nullptr;
}

} // namespace shirushi::disposals
