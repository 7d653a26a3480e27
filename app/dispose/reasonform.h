// ReasonForm: why something is disposed of: one of the reasons of the rules, or one's own words; with its article. Window thread
// only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTimer;

namespace shirushi::widgets {
class Quote;
class TextBlock;
}

namespace shirushi::disposals {

class ReasonForm : public QWidget
{
    Q_OBJECT
public:
    ReasonForm(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent = nullptr);

    /// Nothing is chosen, unless keep() said so.
    void begin();
    /// What is chosen now is chosen when it begins anew.
    void keep();
    void clear();
    /// As Order has it; empty: none yet.
    QString reason() const;
    bool isInOwnWords() const;
    /// What kind of deed this is, in a sentence.
    void setDeed(const QString &text);
    /// Where the person is in it.
    QWidget *focused() const;

Q_SIGNALS:
    void chosen();
    /// Of own words.
    void typed();
    void typingPaused();

private:
    void fill();
    void choose();

    const DisposeDesk &m_desk;
    QComboBox *m_reason;
    QLineEdit *m_words;
    widgets::TextBlock *m_deed;
    widgets::Quote *m_quote;
    QTimer *m_typing;
    QString m_keptReason;
    QString m_keptWords;
};

} // namespace shirushi::disposals
