// TelephoneCard: the number to be called, large, and whether anybody has checked it. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace shirushi::send {

class TelephoneCard : public QFrame
{
    Q_OBJECT
public:
    explicit TelephoneCard(const widgets::Theme &theme, QWidget *parent = nullptr);

    /// Those of the address book, and numbers that were only typed, which are less to be trusted.
    void setNumbers(const std::vector<BookEntry> &known, const QStringList &typed);

private:
    void add(const QString &whose, const QString &number, const QString &note, bool isGood);

    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace shirushi::send
