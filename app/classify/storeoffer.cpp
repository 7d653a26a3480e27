#include "classify/storeoffer.h"

#include "widgets/button.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace shirushi::classify {

using namespace widgets;

StoreOffer::StoreOffer(const Theme &theme, QWidget *parent) : Notice(theme, NoticeTone::Information, {}, {}, parent)
{
    QPushButton *store = makeButton(tr("Put it into a vault(&V)"), ButtonKind::Small);
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 2);
    row->addWidget(store);
    row->addStretch(1);
    add(box);
    connect(store, &QPushButton::clicked, this, [this] { Q_EMIT storeWanted(std::vector(m_files)); });
}

bool StoreOffer::setFiles(const std::vector<Labelled> &files)
{
    m_files.clear();
    vault::Placement wanted = vault::Placement::Required;
    for (const vault::Placement placement : {vault::Placement::Required, vault::Placement::Offered}) {
        wanted = placement;
        for (const Labelled &labelled : files) {
            if (labelled.placement == placement)
                m_files.push_back(labelled.file);
        }
        if (!m_files.empty())
            break;
    }
    const bool isRequired = wanted == vault::Placement::Required;
    setTone(isRequired ? NoticeTone::Caution : NoticeTone::Information);
    const int count = static_cast<int>(m_files.size());
    const QString heading = files.size() > 1 ? (isRequired ? tr("%n of these files belong into a vault by their class", nullptr, count)
                                                           : tr("%n of these files may be kept in a vault by their class", nullptr, count))
                            : isRequired     ? tr("A file of this class belongs into a vault")
                                             : tr("A file of this class may be kept in a vault");
    setText(heading, tr("There it is encrypted, and only the people in charge can open it. This rule is a draft: please check it against your own."));
    setVisible(!m_files.empty());
    return !m_files.empty();
}

} // namespace shirushi::classify
