#include "send/orderpage.h"

#include "approvals/askedfiles.h"
#include "classify/droparea.h"
#include "classify/work.h"
#include "send/answercard.h"
#include "send/recipientsform.h"
#include "send/secondlookscard.h"
#include "widgets/buttontext.h"
#include "widgets/checkline.h"
#include "widgets/choice.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/textblock.h"
#include "widgets/twocolumns.h"

#include <QDragEnterEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace shirushi::send {

using namespace widgets;

namespace {

constexpr int longestPurpose = 400; // characters, as in a request
constexpr int patience = 150;       // ms between a change and asking the rules

const QString legalBasis = QStringLiteral("legal-basis");

bool isPublishing(const Plan &plan)
{
    return sending::actionOf(plan.destination, plan.channel) == u"publish";
}

void fill(QComboBox *choice, const std::vector<Named> &offered)
{
    if (choice->count() == static_cast<int>(offered.size()) + 1)
        return;
    choice->clear();
    choice->addItem(OrderPage::tr("Please choose"), QString());
    for (const Named &named : offered)
        choice->addItem(named.title, named.id);
}

} // namespace

OrderPage::OrderPage(const Theme &theme, const SendDesk &desk, approvals::AskingDesk &files, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_pending(new Notice(theme, NoticeTone::Caution, {})),
      m_tell(makeButton(tr("Tell the password(&W)"), ButtonKind::Small)),
      m_files(new approvals::AskedFiles(theme, files)), m_answer(new AnswerCard(theme)),
      m_list(makeButton(tr("What was sent(&H)"), ButtonKind::Small)), m_published(makeButton(tr("What was published(&U)"), ButtonKind::Small)),
      m_pack(makeButton(tr("Prepare the parcel(&N)"), ButtonKind::Main)), m_wait(new QTimer(this)), m_waitForLooks(new QTimer(this))
{
    setAcceptDrops(true);
    addTitle(tr("Send"), tr("Put files here and say to whom and how. The rules answer at once; nothing is recorded yet."));
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 4, 0, 2);
    row->addWidget(m_tell);
    row->addStretch(1);
    m_pending->add(box);
    body()->addWidget(m_pending);
    m_pending->hide();
    auto *columns = new TwoColumns(340, 740);
    columns->left()->setSpacing(6);
    addForm(columns->left());
    columns->left()->addStretch(1);
    columns->right()->addWidget(m_answer);
    columns->right()->addStretch(1);
    body()->addWidget(columns, 1);
    QPushButton *book = makeButton(tr("Address book(&D)"), ButtonKind::Small);
    addToFootLeft(m_list);
    addToFootLeft(m_published);
    addToFootLeft(book);
    addToFootRight(m_pack);
    for (QTimer *wait : {m_wait, m_waitForLooks}) {
        wait->setSingleShot(true);
        wait->setInterval(patience);
    }
    connect(m_waitForLooks, &QTimer::timeout, this, &OrderPage::lookAtRecipients);
    connect(book, &QPushButton::clicked, this, &OrderPage::bookWanted);
    connect(m_wait, &QTimer::timeout, this, &OrderPage::look);
    connect(m_tell, &QPushButton::clicked, this, &OrderPage::listWanted);
    connect(m_list, &QPushButton::clicked, this, &OrderPage::listWanted);
    connect(m_published, &QPushButton::clicked, this, &OrderPage::publishedWanted);
    connect(m_pack, &QPushButton::clicked, this, [this] {
        const Plan now = plan();
        isPublishing(now) ? Q_EMIT publishWanted() : Q_EMIT packWanted();
    });
    connect(m_answer, &AnswerCard::requestWanted, this, &OrderPage::ask);
    m_answer->setProspect({});
    judge();
}

QWidget *OrderPage::addLine(QVBoxLayout *column, const QString &title, QWidget *input)
{
    auto *box = new QWidget;
    auto *lines = new QVBoxLayout(box);
    lines->setContentsMargins(0, 0, 0, 4);
    lines->setSpacing(4);
    lines->addWidget(new TextBlock(theme(), TextKind::Small, title));
    if (input->accessibleName().isEmpty())
        input->setAccessibleName(title);
    lines->addWidget(input);
    column->addWidget(box);
    return box;
}

void OrderPage::addForm(QVBoxLayout *column)
{
    addLine(column, tr("Files"), m_files);
    auto *where = new TwoColumns(0, 480);
    m_destination = new Choice(theme());
    addLine(where->left(), tr("To whom"), m_destination);
    m_channel = new Choice(theme());
    addLine(where->right(), tr("By which way"), m_channel);
    column->addWidget(where);
    m_purpose = new QLineEdit;
    m_purpose->setMaxLength(longestPurpose);
    addLine(column, tr("What for"), m_purpose);
    m_recipients = new RecipientsForm(theme(), m_desk);
    m_recipientsLine = addLine(column, tr("Recipients"), m_recipients);
    m_looks = new SecondLooksCard(theme(), m_desk);
    column->addWidget(m_looks);
    m_factsBox = new QWidget;
    m_factsColumn = new QVBoxLayout(m_factsBox);
    m_factsColumn->setContentsMargins(0, 2, 0, 2);
    m_factsColumn->addWidget(new TextBlock(theme(), TextKind::Small, tr("Tick what is so")));
    column->addWidget(m_factsBox);
    m_factsBox->hide();
    m_basis = new QLineEdit;
    m_basis->setMaxLength(longestPurpose);
    m_basisLine = addLine(column, tr("The law or ordinance, with its article"), m_basis);
    m_basisLine->hide();
    setFocusProxy(m_files);
    for (QComboBox *choice : {m_destination, m_channel})
        connect(choice, &QComboBox::currentIndexChanged, this, &OrderPage::changed);
    connect(m_files, &approvals::AskedFiles::changed, this, &OrderPage::changed);
    connect(m_files, &approvals::AskedFiles::classifyWanted, this, &OrderPage::classifyWanted);
    connect(m_files, &approvals::AskedFiles::workEnded, this, &OrderPage::workEnded);
    for (QLineEdit *line : {m_purpose, m_basis})
        connect(line, &QLineEdit::textChanged, this, &OrderPage::changed);
    for (QComboBox *choice : {m_destination, m_channel})
        connect(choice, &QComboBox::currentIndexChanged, this, &OrderPage::recipientsChanged);
    connect(m_recipients, &RecipientsForm::changed, this, &OrderPage::recipientsChanged);
    connect(m_recipients, &RecipientsForm::chosen, this, [this](const QString &kind) {
        if (m_destination->currentIndex() <= 0)
            m_destination->setCurrentIndex(std::max(0, m_destination->findData(kind)));
    });
    connect(m_recipients, &RecipientsForm::addWanted, this,
            [this](const Recipient &recipient) { Q_EMIT addWanted(recipient, m_destination->currentData().toString()); });
    connect(m_looks, &SecondLooksCard::changed, this, &OrderPage::judge);
}

void OrderPage::fillChoices()
{
    fill(m_destination, m_desk.destinations());
    fill(m_channel, m_desk.channels());
}

void OrderPage::lookAgain()
{
    fillChoices();
    m_files->readAgain();
    changed();
    recipientsChanged();
}

void OrderPage::adopt(const BookEntry &entry)
{
    m_recipients->adopt(entry);
}

void OrderPage::clear()
{
    ++m_asked;
    m_files->setFiles({});
    for (QComboBox *choice : {m_destination, m_channel})
        choice->setCurrentIndex(0);
    m_purpose->clear();
    m_basis->clear();
    m_recipients->clear();
    ++m_askedForLooks;
    m_waitForLooks->stop();
    m_isLookedAt = false;
    m_lookProblem.clear();
    m_looks->setLooks({}, {});
    m_ticked.clear();
    offerFacts({});
    m_known = {};
    m_isKnown = false;
    m_wantsToAsk = false;
    m_answer->setProspect({});
    m_wait->stop();
    judge();
    scrollToTop();
}

void OrderPage::add(const std::vector<base::Path> &files)
{
    m_files->add(files);
}

void OrderPage::begin(const std::vector<base::Path> &files, const QString &destination, const QString &channel, const QStringList &given)
{
    clear();
    fillChoices();
    m_ticked = given;
    m_destination->setCurrentIndex(std::max(0, m_destination->findData(destination)));
    m_channel->setCurrentIndex(std::max(0, m_channel->findData(channel)));
    add(files);
    changed();
}

void OrderPage::setPending(int untold, int waiting)
{
    if (untold > 0)
        m_pending->setText(tr("%n passwords have not been told", nullptr, untold), tr("The recipients cannot open their parcels yet."));
    else
        m_pending->setText(tr("%n sendings are overdue", nullptr, waiting), tr("Nobody has said yet that they came."));
    setButtonText(*m_tell, untold > 0 ? tr("Tell the password(&W)") : tr("Look at what is overdue(&W)"));
    m_pending->setVisible(waiting > 0);
}

Plan OrderPage::plan() const
{
    Plan plan;
    plan.files = m_files->files();
    plan.destination = m_destination->currentData().toString();
    plan.channel = m_channel->currentData().toString();
    plan.recipients = m_recipients->recipients();
    for (const auto &[id, line] : m_facts) {
        if (line->isChecked())
            plan.given += id;
    }
    plan.purpose = m_purpose->text().simplified();
    if (plan.given.contains(legalBasis))
        plan.basis = m_basis->text().simplified();
    return plan;
}

bool OrderPage::isWorking() const
{
    return m_files->isReading();
}

void OrderPage::stop()
{
    m_files->stop();
}

void OrderPage::changed()
{
    ++m_asked;
    m_isKnown = false;
    judge();
    if (!m_files->isReading())
        m_wait->start();
}

void OrderPage::look()
{
    const int asked = ++m_asked;
    classify::inBackground(this, [desk = &m_desk, plan = plan()] { return desk->prospect(plan); },
                           [this, asked](const base::Result<Prospect> &prospect) {
                               if (asked == m_asked)
                                   showProspect(prospect);
                           });
}

void OrderPage::recipientsChanged()
{
    ++m_askedForLooks;
    m_isLookedAt = false;
    judge();
    m_waitForLooks->start();
}

void OrderPage::lookAtRecipients()
{
    const int asked = ++m_askedForLooks;
    const Plan now = plan();
    if (now.recipients.empty() || now.destination.isEmpty() || now.channel.isEmpty() || isPublishing(now)) {
        m_looks->setLooks({}, now);
        return;
    }
    classify::inBackground(this, [desk = &m_desk, now] { return desk->secondLooks(now); },
                           [this, asked, now](const base::Result<std::vector<sending::SecondLook>> &looks) {
                               if (asked != m_askedForLooks)
                                   return;
                               m_isLookedAt = looks.has_value();
                               m_lookProblem = looks ? QString() : looks.error().message;
                               m_looks->setLooks(looks.value_or(std::vector<sending::SecondLook>()), now);
                               judge();
                           });
}

void OrderPage::showProspect(const base::Result<Prospect> &prospect)
{
    m_known = prospect ? *prospect : Prospect{};
    if (!prospect)
        m_known.objections = {prospect.error().message};
    const QStringList before = plan().given;
    // While something else is missing, what was ticked stays.
    if (m_known.answer)
        offerFacts(m_known.answer->facts);
    if (plan().given != before) {
        changed();
        return;
    }
    m_isKnown = true;
    m_answer->setProspect(m_known);
    judge();
    if (std::exchange(m_wantsToAsk, false) && !m_known.missing.isEmpty())
        ask();
}

void OrderPage::offerFacts(const std::vector<policy::Fact> &facts)
{
    m_factsBox->setVisible(!facts.empty());
    const bool isSame = std::equal(facts.begin(), facts.end(), m_facts.begin(), m_facts.end(),
                                   [](const policy::Fact &fact, const auto &offered) { return fact.id == offered.first; });
    if (isSame)
        return;
    // A fact that makes no difference any more is taken back: the rules would be asked with it.
    for (const auto &[id, line] : m_facts) {
        line->hide();
        line->deleteLater();
    }
    m_facts.clear();
    for (const policy::Fact &fact : facts) {
        auto *line = new CheckLine(theme(), inWindowLanguage(fact.title));
        line->setChecked(m_ticked.contains(fact.id));
        m_factsColumn->addWidget(line);
        m_facts.emplace_back(fact.id, line);
        connect(line, &QAbstractButton::toggled, this, [this, id = fact.id](bool on) {
            m_ticked.removeAll(id);
            if (on)
                m_ticked += id;
            m_basisLine->setVisible(m_ticked.contains(legalBasis));
            changed();
        });
    }
    const bool asksForBasis = std::any_of(facts.begin(), facts.end(), [](const policy::Fact &fact) { return fact.id == legalBasis; });
    m_basisLine->setVisible(asksForBasis && m_ticked.contains(legalBasis));
}

void OrderPage::judge()
{
    const Plan now = plan();
    const bool isParcel = sending::takesParcel(now.destination, now.channel);
    const bool hasRecipients = !now.recipients.empty() && std::all_of(now.recipients.begin(), now.recipients.end(), [](const Recipient &one) {
        return !one.name.isEmpty() || !one.mail.isEmpty();
    });
    const bool mayGo = m_isKnown && m_known.mayGo();
    const bool publishes = isPublishing(now);
    const bool isSettled = publishes || (isParcel && hasRecipients && m_isLookedAt && !m_looks->isStopped() && m_looks->isTicked());
    setButtonText(*m_pack, publishes ? tr("Look before it is published(&N)") : tr("Prepare the parcel(&N)"));
    m_recipientsLine->setHidden(publishes);
    m_pack->setEnabled(mayGo && !now.purpose.isEmpty() && isSettled);
    setFootHint(!mayGo                    ? QString()
                : !isParcel && !publishes ? tr("No parcel is made for this way. Please keep to what stands at the right.")
                : now.purpose.isEmpty()   ? tr("Please say what it is for.")
                : isSettled               ? QString()
                : !hasRecipients          ? tr("Please name the recipients.")
                : !m_isLookedAt           ? m_lookProblem
                : m_looks->isStopped()    ? tr("It cannot go to these recipients this way.")
                                          : tr("Please look at the recipients again, and tick it."));
}

void OrderPage::ask()
{
    m_wantsToAsk = !m_isKnown; // the rules are being asked once more: it goes on when they have answered
    if (m_wantsToAsk || !m_known.answer)
        return;
    const Plan now = plan();
    approvals::Asking asking;
    asking.deed = m_known.answer->situation.action;
    asking.destination = now.destination;
    asking.channel = now.channel;
    asking.grounds = now.given;
    asking.files = now.files;
    asking.purpose = now.purpose;
    Q_EMIT requestWanted(asking);
}

void OrderPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void OrderPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_files->add(classify::droppedFiles(*event->mimeData()));
}

} // namespace shirushi::send
