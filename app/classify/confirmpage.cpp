#include "classify/confirmpage.h"

#include "classify/meaningcard.h"
#include "classify/questionpage.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/chip.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/quote.h"
#include "widgets/stepbar.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>
#include <set>

namespace shirushi::classify {

using namespace widgets;

ConfirmPage::ConfirmPage(const Theme &theme, QWidget *parent) : Page(theme, parent), m_steps(new StepBar(theme))
{
    body()->addWidget(m_steps);
    QPushButton *back = makeButton(tr("Back(&B)"), ButtonKind::Plain);
    m_other = makeButton(tr("Another class(&D)"), ButtonKind::Quiet);
    m_main = makeButton(tr("Put the class on the file(&S)"), ButtonKind::Main);
    addToFootLeft(back);
    addToFootLeft(m_other);
    addToFootRight(m_main);
    connect(back, &QPushButton::clicked, this, &ConfirmPage::wentBack);
    connect(m_other, &QPushButton::clicked, this, &ConfirmPage::otherClassWanted);
    connect(m_main, &QPushButton::clicked, this, [this] { Q_EMIT decided(decision()); });
}

void ConfirmPage::setProposal(Proposal proposal)
{
    clear();
    m_proposal = std::move(proposal);
    const policy::Pack &pack = *m_proposal.pack;
    const QStringList steps = policy::Questionnaire(m_proposal.pack).steps();
    m_steps->setSteps(stepTitles(pack, steps), static_cast<int>(steps.size()));
    m_main->setText(m_proposal.decideOnly ? tr("Take this class(&S)") : tr("Put the class on the file(&S)"));
    m_main->setAccessibleName(withoutAccessKey(m_main->text()));

    auto *columns = new TwoColumns(340);
    m_content = columns;
    body()->addWidget(columns, 1);
    m_left = columns->left();
    m_right = columns->right();
    m_left->setSpacing(6);
    const std::size_t count = m_proposal.files.size();
    m_left->addWidget(new TextBlock(theme(), TextKind::Small,
                                    count == 1 ? fileName(m_proposal.files.front().path)
                                               : tr("%n files", nullptr, static_cast<int>(count)),
                                    Ink::Dim));
    m_left->addWidget(new TextBlock(theme(), TextKind::Title, tr("Is this class right?")));
    auto *chips = new ChipRow(theme());
    chips->setChips(chipsOf(pack, m_proposal.classes, ChipSize::Full));
    m_left->addWidget(chips);
    if (m_proposal.way == Way::Inherited)
        m_left->addWidget(new TextBlock(theme(), TextKind::Body, tr("The class of the source is taken over.")));
    addOpenQuestions();
    addReasonLine();
    addRestrictions();
    addPublishOn();
    addDomain();
    addMarks();
    m_left->addStretch(1);
    addReasons();
    m_right->addStretch(1);
    update();
    scrollToTop();
    (m_main->isEnabled() ? static_cast<QWidget *>(m_main) : m_reason)->setFocus(Qt::OtherFocusReason);
}

void ConfirmPage::suggestReason(const QString &reason)
{
    if (m_reason && !reason.isEmpty() && m_reason->text() == m_proposal.reason)
        m_reason->setText(reason);
}

void ConfirmPage::clear()
{
    delete m_content;
    m_content = nullptr;
    m_restrictions.clear();
    m_restrictionColumn = nullptr;
    m_publish = nullptr;
    m_publishOn = nullptr;
    m_reason = nullptr;
    m_domain = nullptr;
    m_markHeader = m_markName = m_consent = nullptr;
    m_shared = nullptr;
    m_sharing.reset();
}

void ConfirmPage::addReasons()
{
    auto *card = new QFrame;
    card->setObjectName(QStringLiteral("card"));
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(18, 14, 18, 16);
    column->setSpacing(8);
    column->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Why this class")));
    for (const policy::Axis &axis : m_proposal.pack->axes) {
        const auto found = m_proposal.classes.find(axis.id);
        const policy::Level *level = found == m_proposal.classes.end() ? nullptr : axis.level(found->second);
        if (!level)
            continue;
        auto *chip = new ChipRow(theme());
        chip->setChips({{inWindowLanguage(axis.title), level->shortName, level->tone}});
        auto *quote = new Quote(theme());
        column->addWidget(chip);
        column->addWidget(quote);
        quote->setCitation(level->criterion); // shows it: it must have its place by now
    }
    if (!m_proposal.pack->notice.isEmpty())
        column->addWidget(new TextBlock(theme(), TextKind::Small, inWindowLanguage(m_proposal.pack->notice),
                                        Ink::Amber));
    m_right->addWidget(card);
}

void ConfirmPage::addOpenQuestions()
{
    if (m_proposal.open.empty())
        return;
    QStringList lines;
    for (const policy::OpenQuestion &question : m_proposal.open)
        lines.append(question.text);
    auto *notice = new Notice(theme(), NoticeTone::Caution,
                              tr("%1 is asked").arg(roleText(*m_proposal.pack, m_proposal.open.front().referredTo)),
                              tr("The question is recorded. Until the answer comes, the class above holds.")
                                  + QLatin1Char('\n') + asList(lines));
    m_left->addSpacing(6);
    m_left->addWidget(notice);
}

void ConfirmPage::addRestrictions()
{
    m_left->addSpacing(10);
    m_left->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Handling restrictions")));
    m_restrictionColumn = new QVBoxLayout;
    m_restrictionColumn->setSpacing(2);
    m_left->addLayout(m_restrictionColumn);
    for (const policy::Restriction &restriction : policy::restrictionsFor(*m_proposal.pack, m_proposal.classes))
        addOwnRestriction(inWindowLanguage(restriction.text), restriction.preset);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *line = new QLineEdit;
    line->setPlaceholderText(tr("Add a restriction of your own (for example: do not forward)"));
    line->setAccessibleName(tr("A restriction of your own"));
    line->setMaxLength(200);
    QPushButton *add = makeButton(tr("Add(&A)"), ButtonKind::Plain);
    add->setEnabled(false);
    const auto take = [this, line, add] {
        addOwnRestriction(line->text().simplified(), true);
        line->clear();
        add->setEnabled(false);
    };
    connect(line, &QLineEdit::textChanged, add, [add](const QString &text) { add->setEnabled(!text.trimmed().isEmpty()); });
    connect(line, &QLineEdit::returnPressed, this, [line, take] {
        if (!line->text().trimmed().isEmpty())
            take();
    });
    connect(add, &QPushButton::clicked, this, take);
    row->addWidget(line, 1);
    row->addWidget(add);
    m_left->addLayout(row);
}

void ConfirmPage::addOwnRestriction(const QString &text, bool ticked)
{
    const bool there = std::any_of(m_restrictions.begin(), m_restrictions.end(),
                                   [&](const auto &restriction) { return restriction.second == text; });
    if (there)
        return;
    auto *line = new CheckLine(theme(), text);
    line->setChecked(ticked);
    m_restrictionColumn->addWidget(line);
    m_restrictions.emplace_back(line, text);
}

void ConfirmPage::addPublishOn()
{
    if (!m_proposal.asksPublishOn)
        return;
    m_left->addSpacing(10);
    m_left->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Publication")));
    m_publish = new CheckLine(theme(), tr("The date of publication is known"),
                              tr("After that day, lowering the class is proposed. It is never lowered by itself."));
    const QDate today = QDate::currentDate();
    const bool ahead = m_proposal.publishOn.isValid() && m_proposal.publishOn > today; // a day that has come plans nothing
    m_publishOn = new DateChoice(theme(), ahead ? m_proposal.publishOn : today.addDays(14));
    m_publishOn->setDisplayFormat(tr("MMMM d, yyyy"));
    m_publishOn->setAccessibleName(tr("Date of publication"));
    m_publishOn->setMinimumDate(today);
    m_publish->setChecked(ahead);
    auto *era = new TextBlock(theme(), TextKind::Small, base::toJapaneseDate(m_publishOn->date()), Ink::Dim);
    connect(m_publishOn, &QDateEdit::dateChanged, era, [era](QDate date) { era->setText(base::toJapaneseDate(date)); });
    auto *row = new QHBoxLayout;
    row->setContentsMargins(34, 0, 0, 0);
    row->setSpacing(14);
    row->addWidget(m_publishOn);
    row->addWidget(era);
    row->addStretch(1);
    connect(m_publish, &QAbstractButton::toggled, m_publishOn, &QWidget::setEnabled);
    m_publishOn->setEnabled(m_publish->isChecked());
    m_left->addWidget(m_publish);
    m_left->addLayout(row);
}

bool ConfirmPage::needsReason() const
{
    return lowersAny(*m_proposal.pack, m_proposal.files, m_proposal.classes)
           || (m_proposal.answered && *m_proposal.answered != m_proposal.classes);
}

void ConfirmPage::addReasonLine()
{
    const bool lowered = lowersAny(*m_proposal.pack, m_proposal.files, m_proposal.classes);
    if (!needsReason())
        return;
    const label::Label *now = m_proposal.files.size() == 1 ? labelOf(m_proposal.files.front(), *m_proposal.pack) : nullptr;
    const QString ask = tr("Write the reason. It is recorded in the ledger.");
    auto *notice = new Notice(theme(), NoticeTone::Caution,
                              lowered ? tr("The class becomes lower than it is now")
                                      : tr("This is another class than the answers led to"),
                              lowered && now ? tr("It shows %1 now.").arg(policy::classText(*m_proposal.pack, now->classes))
                                                   + QLatin1Char('\n') + ask
                                             : ask);
    m_reason = new QLineEdit(m_proposal.reason);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Reason (for example: published on the web site today)"));
    m_reason->setMaxLength(400);
    connect(m_reason, &QLineEdit::textChanged, this, &ConfirmPage::update);
    connect(m_reason, &QLineEdit::returnPressed, this, [this] {
        if (m_main->isEnabled())
            m_main->setFocus(Qt::OtherFocusReason); // the deed itself wants a key of its own
    });
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 8, 0, 6);
    column->addWidget(m_reason);
    notice->add(box);
    m_left->addSpacing(6);
    m_left->addWidget(notice);
}

void ConfirmPage::addDomain()
{
    if (m_proposal.pack->domains.empty())
        return;
    m_left->addSpacing(10);
    m_left->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Network domain")));
    m_domain = new Choice(theme());
    m_domain->setAccessibleName(tr("Network domain"));
    m_domain->addItem(tr("Not stated"), QString());
    for (const policy::Domain &domain : m_proposal.pack->domains)
        m_domain->addItem(inWindowLanguage(domain.title), domain.id);
    m_domain->setCurrentIndex(std::max(0, m_domain->findData(m_proposal.domain)));
    m_left->addWidget(m_domain, 0, Qt::AlignLeft);
}

void ConfirmPage::addMarks()
{
    m_left->addSpacing(10);
    m_left->addWidget(new TextBlock(theme(), TextKind::Heading, tr("Where the class is shown")));
    auto *properties = new CheckLine(theme(), tr("In the file's properties"), tr("Always. Programs and later readers find it there."));
    properties->setChecked(true);
    properties->setEnabled(false);
    const QString mark = policy::classText(*m_proposal.pack, m_proposal.classes);
    m_markHeader = new CheckLine(theme(), tr("At the top of each page"), tr("“%1” in the header of documents, tables, slides and PDF").arg(mark));
    m_markHeader->setChecked(m_proposal.marks.header);
    m_markName = new CheckLine(theme(), tr("In the file's name"),
                               tr("“%1” before the name. Links and shortcuts to the old name no longer lead to the file.")
                                   .arg(policy::fileNameMark(*m_proposal.pack, m_proposal.classes)));
    m_markName->setChecked(m_proposal.marks.fileName);
    for (CheckLine *line : {properties, m_markHeader, m_markName})
        m_left->addWidget(line);
    m_shared = new Notice(theme(), NoticeTone::Caution, {});
    m_consent = new CheckLine(theme(), tr("Change the name all the same"));
    m_shared->add(m_consent);
    m_left->addWidget(m_shared);
    connect(m_markName, &QAbstractButton::toggled, this, &ConfirmPage::update);
    connect(m_consent, &QAbstractButton::toggled, this, &ConfirmPage::update);
}

// Asking a far file system takes time: only when the name is to be changed, and once a folder.
platform::Sharing ConfirmPage::sharing()
{
    if (m_sharing)
        return *m_sharing;
    m_sharing = platform::Sharing::Own;
    const platform::SharedPlaces places = platform::SharedPlaces::load();
    std::set<base::Path> seen;
    for (const labelling::FileLabel &file : m_proposal.files) {
        const base::Path folder = file.path.parent_path();
        if (!seen.insert(folder).second)
            continue;
        m_sharing = places.of(folder);
        if (*m_sharing != platform::Sharing::Own)
            break;
    }
    return *m_sharing;
}

bool ConfirmPage::needsNameConsent()
{
    if (!m_markName || !m_markName->isChecked() || sharing() == platform::Sharing::Own)
        return false;
    m_shared->setText(sharing() == platform::Sharing::Network ? tr("The file lies in a folder on the network")
                                                              : tr("The file lies in a folder that others use too"),
                      tr("Others may have links and shortcuts to it. With a new name they no longer find it."));
    return true;
}

void ConfirmPage::update()
{
    const bool consent = needsNameConsent();
    m_shared->setVisible(consent);
    const bool reasonGiven = !m_reason || !m_reason->text().trimmed().isEmpty();
    m_main->setEnabled(reasonGiven && (!consent || m_consent->isChecked()));
}

Decision ConfirmPage::decision() const
{
    Decision decision;
    decision.classes = m_proposal.classes;
    decision.way = m_proposal.way;
    decision.path = m_proposal.path;
    decision.open = m_proposal.open;
    for (const auto &[line, text] : m_restrictions) {
        if (line->isChecked())
            decision.restrictions.append(text);
    }
    decision.domain = m_domain ? m_domain->currentData().toString() : m_proposal.domain;
    decision.reason = m_reason ? m_reason->text().simplified() : m_proposal.reason;
    if (m_publish && m_publish->isChecked())
        decision.publishOn = m_publishOn->date();
    decision.markHeader = m_markHeader->isChecked();
    decision.markName = m_markName->isChecked();
    return decision;
}

void ConfirmPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT aborted();
    else
        Page::keyPressEvent(event);
}

} // namespace shirushi::classify
