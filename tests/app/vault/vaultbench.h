// VaultBench: the window over a vault in memory, with what the tests of 保管庫 do to it.
#pragma once

#include "app/send/sendbench.h"

#include "vault/itempage.h"
#include "vault/itemspage.h"
#include "vault/memberspage.h"
#include "vault/movepage.h"
#include "vault/newvaultpage.h"
#include "vault/peoplelist.h"
#include "vault/putpage.h"
#include "vault/takepage.h"
#include "vault/vaultpage.h"
#include "vault/verifypage.h"

#include <QLabel>
#include <QScrollArea>
#include <QTableView>
#include <QTemporaryDir>

namespace shirushi::test {

class VaultBench : protected SendBench
{
protected:
    template <typename Part>
    Part *part() const
    {
        return m_window->findChild<Part *>();
    }
    void openVault()
    {
        signIn();
        go(QStringLiteral("保管庫"));
        QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
        if (!m_vaults->known.empty())
            QTRY_VERIFY(part<vaults::ItemsPage>()->overview());
    }
    void openUnread() // one that cannot be read
    {
        signIn();
        go(QStringLiteral("保管庫"));
        QTRY_VERIFY(part<vaults::ItemsPage>()->isVisible());
    }
    // The number at 保管庫 in the rail.
    int waiting() const
    {
        const auto badges = m_window->findChildren<QLabel *>(QStringLiteral("badge"));
        for (const QLabel *badge : badges) {
            const auto *entry = qobject_cast<const QAbstractButton *>(badge->parentWidget());
            if (entry && entry->text().trimmed() == u"保管庫" && !badge->isHidden())
                return badge->text().toInt();
        }
        return 0;
    }
    QTableView *table() const { return named<QTableView>(QStringLiteral("保管庫の中のもの")); }
    void openFirst()
    {
        openVault();
        QTRY_VERIFY(table());
        press(QStringLiteral("内容と記録を見る"));
        QTRY_VERIFY(part<vaults::ItemPage>()->details());
    }
    void tick(const QString &list, int row)
    {
        auto *people = named<QTableView>(list);
        QVERIFY(people);
        QTest::mouseClick(people->viewport(), Qt::LeftButton, {}, people->visualRect(people->model()->index(row, 1)).center());
    }
};

} // namespace shirushi::test
