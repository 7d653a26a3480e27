#include "send/bookcompleter.h"

#include "classify/work.h"
#include "send/contactwords.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QCoreApplication>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

namespace shirushi::send {

namespace {

constexpr int patience = 120;          // ms after the last key
constexpr std::size_t mostOffered = 20; // more are not looked through

} // namespace

BookCompleter::BookCompleter(const SendDesk &desk, QLineEdit *line, QWidget *wide)
    : QObject(line), m_desk(desk), m_line(line), m_wide(wide), m_model(new QStandardItemModel(this)),
      m_completer(new QCompleter(m_model, this)), m_wait(new QTimer(this))
{
    // Not QLineEdit::setCompleter(): that would write each line that is passed into the edit.
    m_completer->setWidget(line);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    m_completer->popup()->setAccessibleName(QCoreApplication::translate("shirushi::send", "From the address book"));
    m_wait->setSingleShot(true);
    m_wait->setInterval(patience);
    connect(m_wait, &QTimer::timeout, this, &BookCompleter::search);
    connect(line, &QLineEdit::textEdited, m_wait, qOverload<>(&QTimer::start));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, [this](const QModelIndex &index) {
        const auto row = static_cast<std::size_t>(index.row());
        if (row < m_found.size())
            Q_EMIT chosen(BookEntry(m_found[row]));
    });
}

void BookCompleter::search()
{
    const int asked = ++m_asked;
    const QString words = m_line->text().trimmed();
    if (words.isEmpty()) {
        offer({});
        return;
    }
    classify::inBackground(this, [desk = &m_desk, words] { return desk->findContacts(words); },
                           [this, asked](base::Result<std::vector<BookEntry>> found) {
                               // Nobody is kept from typing by a book that cannot be read.
                               if (asked == m_asked)
                                   offer(found ? std::move(*found) : std::vector<BookEntry>());
                           });
}

void BookCompleter::offer(std::vector<BookEntry> found)
{
    if (found.size() > mostOffered)
        found.resize(mostOffered);
    m_found = std::move(found);
    m_model->clear();
    for (const BookEntry &entry : m_found)
        m_model->appendRow(new QStandardItem(lineFor(entry, m_desk)));
    // Who has typed the whole address needs no list.
    const bool isThere = m_found.size() == 1 && m_found.front().contact.mail.compare(m_line->text().trimmed(), Qt::CaseInsensitive) == 0;
    if (m_found.empty() || isThere || !m_line->hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    const QPoint corner = m_wide->mapTo(m_line->window(), QPoint(0, 0)) - m_line->mapTo(m_line->window(), QPoint(0, 0));
    m_completer->complete(QRect(corner.x(), 0, m_wide->width(), m_line->height()));
}

} // namespace shirushi::send
