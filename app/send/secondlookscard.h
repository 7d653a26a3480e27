// SecondLooksCard: what a careful colleague would say of the recipients, a band each with its article; what wants a second
// look wants a tick. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace shirushi::send {

class SecondLooksCard : public QWidget
{
    Q_OBJECT
public:
    SecondLooksCard(const widgets::Theme &theme, const SendDesk &desk, QWidget *parent = nullptr);

    /// Of the recipients of `plan`. Ticks of what is still there stay.
    void setLooks(const std::vector<sending::SecondLook> &looks, const Plan &plan);
    /// Something hinders.
    bool isStopped() const;
    /// Everything that wants a tick has one.
    bool isTicked() const;

Q_SIGNALS:
    void changed();

private:
    struct Shown {
        sending::SecondLook look;
        QString sentence;
        bool isTicked = false;
        bool operator==(const Shown &) const = default;
    };
    void rebuild();

    const widgets::Theme &m_theme;
    const SendDesk &m_desk;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    std::vector<Shown> m_shown;
};

} // namespace shirushi::send
