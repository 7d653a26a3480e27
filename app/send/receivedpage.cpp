#include "send/receivedpage.h"

#include "approvals/askedfilemodel.h"
#include "classify/storeoffer.h"
#include "send/folder.h"
#include "widgets/button.h"
#include "widgets/chipdelegate.h"
#include "widgets/language.h"
#include "widgets/notice.h"
#include "widgets/table.h"
#include "widgets/textblock.h"

#include <QHeaderView>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace shirushi::send {

using namespace widgets;
using approvals::AskedFileModel;

namespace {

constexpr int shownRows = 12;

bool isForged(const labelling::FileLabel &file)
{
    return file.label && file.signature == label::SignatureState::Invalid;
}

QString remarkFor(const labelling::FileLabel &file, bool isUncertain)
{
    if (!file.label)
        return ReceivedPage::tr("No class");
    if (isForged(file))
        return ReceivedPage::tr("Its signature does not hold");
    if (file.content == labelling::ContentState::Changed) {
        return isUncertain ? ReceivedPage::tr("Written anew by its password; whether it was changed cannot be told")
                           : ReceivedPage::tr("Changed after it was classified");
    }
    switch (file.signature) {
    case label::SignatureState::Valid:
        return {};
    case label::SignatureState::UnknownSigner:
        return ReceivedPage::tr("Classified by somebody outside this office");
    default:
        return ReceivedPage::tr("Its signature does not hold");
    }
}

} // namespace

ReceivedPage::ReceivedPage(const Theme &theme, const SendDesk &desk, const approvals::AskingDesk &files, QWidget *parent)
    : Page(theme, parent), m_desk(desk), m_model(new AskedFileModel(files, this)), m_table(new Table(theme)),
      m_next(makeButton(tr("Another parcel(&N)"), ButtonKind::Main))
{
    addTitle(tr("The parcel is open"));
    m_head = new QWidget;
    body()->addWidget(m_head);
    m_model->setRemarkTitle(tr("Remark"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new ChipDelegate(theme, AskedFileModel::NameColumn, this));
    m_table->setAccessibleName(tr("Files of the parcel"));
    m_table->setFittedRows(shownRows);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(AskedFileModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(AskedFileModel::ClassColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(AskedFileModel::RemarkColumn, QHeaderView::Stretch);
    body()->addWidget(m_table);
    body()->addStretch(1);
    addToFootRight(m_next);
    connect(m_next, &QPushButton::clicked, this, &ReceivedPage::nextWanted);
}

void ReceivedPage::setReceived(const sending::Received &received, const base::Path &folder)
{
    clear();
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    const int count = static_cast<int>(received.files.size());
    auto *good = new Notice(theme(), NoticeTone::Good, tr("%n files came out", nullptr, count),
                            tr("They are recorded with the class that the sender gave them."));
    good->add(folderRow(folder));
    column->addWidget(good);
    if (!received.parcel.notes.isEmpty())
        column->addWidget(new Notice(theme(), NoticeTone::Information, tr("About the names"), received.parcel.notes.join(u'\n')));
    std::vector<approvals::AskedFile> files;
    std::vector<classify::StoreOffer::Labelled> labelled;
    for (const labelling::FileLabel &file : received.files) {
        approvals::AskedFile row;
        row.path = file.path;
        if (file.label && !isForged(file)) {
            row.policy = file.label->policy;
            row.classes = file.label->classes;
            const auto pack = m_desk.rulesOf(row.policy);
            if (pack)
                labelled.push_back({file.path, vault::placementOf(*pack, row.classes)});
        } else {
            m_unclassified.push_back(file.path);
        }
        row.problem = remarkFor(file, received.isUncertain());
        files.push_back(std::move(row));
    }
    addUnclassified(received);
    auto *offer = new classify::StoreOffer(theme());
    m_head->layout()->addWidget(offer);
    offer->setFiles(labelled);
    connect(offer, &classify::StoreOffer::storeWanted, this, &ReceivedPage::storeWanted);
    const bool hasRemarks = std::any_of(files.begin(), files.end(), [](const approvals::AskedFile &file) { return !file.problem.isEmpty(); });
    m_model->setFiles(std::move(files));
    m_table->setColumnHidden(AskedFileModel::RemarkColumn, !hasRemarks);
    m_table->updateGeometry();
    scrollToTop();
    m_next->setFocus(Qt::OtherFocusReason);
}

void ReceivedPage::addUnclassified(const sending::Received &received)
{
    if (received.unclassified.isEmpty())
        return;
    const auto pack = m_desk.rules();
    const policy::Role *decides = pack->role(pack->questionsTo);
    auto *notice = new Notice(theme(), NoticeTone::Caution, tr("%n files have no class that counts", nullptr, static_cast<int>(received.unclassified.size())),
                              decides ? tr("Ask the sender. Where the class stays unknown, %1 decides it.").arg(inWindowLanguage(decides->title))
                                      : tr("Ask the sender for it."));
    QPushButton *classify = makeButton(tr("Classify them(&L)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 2);
    row->addWidget(classify);
    row->addStretch(1);
    notice->add(box);
    connect(classify, &QPushButton::clicked, this, [this] { Q_EMIT classifyWanted(m_unclassified); });
    m_head->layout()->addWidget(notice);
}

void ReceivedPage::clear()
{
    m_unclassified.clear();
    m_model->setFiles({});
    auto *head = new QWidget;
    delete body()->replaceWidget(m_head, head);
    delete m_head;
    m_head = head;
    m_head->show();
}

} // namespace shirushi::send
