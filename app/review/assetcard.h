// AssetCard: one entry, all that it says, and the way of its asset from the first label to the disposal.
// Window thread only; the desk is asked on a worker.
#pragma once

#include "review/reviewdesk.h"
#include "widgets/theme.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace shirushi::review {

class RecordModel;

class AssetCard : public QFrame
{
    Q_OBJECT
public:
    AssetCard(const widgets::Theme &theme, const ReviewDesk &desk, const RecordModel &names, QWidget *parent = nullptr);

    void setEntry(const ledger::Entry &entry);
    /// Nothing chosen, or nothing there: says so.
    void setEmpty(const QString &sentence);

Q_SIGNALS:
    void assetWanted(const QString &contentHash, const QString &file);

private:
    QVBoxLayout *newContent();
    void addMembers(QVBoxLayout *column, const ledger::Entry &entry);
    void addSide(QVBoxLayout *column, const QString &title, const QJsonValue &side);
    void addWay(const Part &part, std::int64_t current);

    const widgets::Theme &m_theme;
    const ReviewDesk &m_desk;
    const RecordModel &m_names;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_way = nullptr;
    int m_asked = 0;
};

} // namespace shirushi::review
