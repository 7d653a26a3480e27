// LabelCard: the label a file has now, ours and another program's side by side, with what is wrong with it.
// A label of other rules is shown as it is, never translated. Window thread only.
#pragma once

#include "classify/labeldesk.h"
#include "widgets/theme.h"

#include <QFrame>

class QVBoxLayout;

namespace shirushi::classify {

class LabelCard : public QFrame
{
    Q_OBJECT
public:
    LabelCard(const widgets::Theme &theme, const labelling::FileLabel &file, const LabelDesk &desk,
              QWidget *parent = nullptr);

private:
    void addOwn(QVBoxLayout *column, const labelling::FileLabel &file, const LabelDesk &desk);
    void addForeign(QVBoxLayout *column, const label::ForeignLabel &foreign);

    const widgets::Theme &m_theme;
};

/// 令和8年4月1日 14:30, in the local zone
QString localTime(const QDateTime &time);

} // namespace shirushi::classify
