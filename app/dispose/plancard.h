// PlanCard: what would be done with one thing here, what its class asks for with the article, what cannot be promised on this
// medium, and what must follow. Only shows. Window thread only.
#pragma once

#include "dispose/disposedesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace shirushi::disposals {

class PlanCard : public QWidget
{
    Q_OBJECT
public:
    explicit PlanCard(const widgets::Theme &theme, QWidget *parent = nullptr);
    void setPlanned(const Planned &planned);
    void clear();

private:
    void addPart(QVBoxLayout *column, const QString &title, const QStringList &lines);

    const widgets::Theme &m_theme;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
};

} // namespace shirushi::disposals
