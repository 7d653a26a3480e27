// BookCompleter: while somebody types, those of the address book in whom the words are found, to be chosen by keys or
// mouse. Window thread only; the book is asked on a worker.
#pragma once

#include "send/senddesk.h"

#include <QObject>

class QCompleter;
class QLineEdit;
class QStandardItemModel;
class QTimer;

namespace shirushi::send {

class BookCompleter : public QObject
{
    Q_OBJECT
public:
    /// `line` owns it; the list is as wide as `wide`.
    BookCompleter(const SendDesk &desk, QLineEdit *line, QWidget *wide);

Q_SIGNALS:
    void chosen(const shirushi::send::BookEntry &entry);

private:
    void search();
    void offer(std::vector<BookEntry> found);

    const SendDesk &m_desk;
    QLineEdit *m_line;
    QWidget *m_wide;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QTimer *m_wait;
    std::vector<BookEntry> m_found;
    int m_asked = 0;
};

} // namespace shirushi::send
