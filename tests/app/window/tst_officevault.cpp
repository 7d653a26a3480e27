// 保管庫 over a real data folder and a real vault, by mouse and keys: made, filled, listed, a copy taken out, somebody let in
// and out again, checked; and what the desk says to others.
#include "app/window/storybench.h"

#include "vault/itempage.h"
#include "vault/itemspage.h"
#include "vault/memberspage.h"
#include "vault/newvaultpage.h"
#include "vault/putpage.h"
#include "vault/takepage.h"
#include "vault/vaultpage.h"
#include "vault/verifypage.h"

#include <QElapsedTimer>
#include <QTableView>

using namespace shirushi;

class TestOfficeVault : public QObject, private test::StoryBench
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aVaultIsMade();
    void aFileIsPutIn();
    void aCopyIsTakenOut();
    void keepingIsRecorded();
    void somebodyIsLetIn();
    void theyOpenItAtTheSameDesktop();
    void somebodyIsPutOut();
    void whatWasExchangedIsFound();
    void whoMayRecoverGivesAReason();
    void aVaultFromElsewhereIsOpened();
    void aVaultIsTakenOffTheListAndComesBack();
    void itMovesIntoAnotherVault();
    void anItemIsOpenedChangedAndClosed();
    void leavingTheDeskLocksWhatIsOpen();
    void tenThousandAreListed();
    void cleanupTestCase() { closeEverything(); }

private:
    template <typename Part>
    Part *part() const
    {
        return m_window->findChild<Part *>();
    }
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString vaultFolder() const { return path(QStringLiteral("福祉課")); }
    void show()
    {
        go(QStringLiteral("保管庫"));
        QTRY_VERIFY(part<vaults::ItemsPage>()->overview());
    }
    bool canPress(const QString &name) const
    {
        const QAbstractButton *found = button(name);
        return found && found->isEnabled();
    }
    void tickFirst()
    {
        auto *people = named<QTableView>(QStringLiteral("開ける人"));
        QVERIFY(people);
        QTest::mouseClick(people->viewport(), Qt::LeftButton, {}, people->visualRect(people->model()->index(0, 1)).center());
    }
    QByteArray bytesOf(const QString &file) const
    {
        QFile open(file);
        return open.open(QIODevice::ReadOnly) ? open.readAll() : QByteArray();
    }
    vaults::VaultDesk &desk() { return m_office->vaultDesk(); }
    vaults::Row firstRow()
    {
        base::NoProgress quiet;
        const auto overview = desk().overview(base::toPath(vaultFolder()), quiet);
        return overview && !overview->rows.empty() ? overview->rows.front() : vaults::Row{};
    }

    base::Path m_document; // that was opened last
    const QByteArray m_content = QByteArray("受給者の名簿\n").repeated(3000);
};

void TestOfficeVault::initTestCase()
{
    makeTheme();
    found();
    openWindow();
    signInAsClerk();
}

void TestOfficeVault::aVaultIsMade()
{
    go(QStringLiteral("保管庫"));
    QTRY_VERIFY(sees(QStringLiteral("まだ保管庫がありません")));
    press(QStringLiteral("保管庫をつくる"));
    part<vaults::NewVaultPage>()->setPlace(base::toPath(m_folder.path()));
    write(QStringLiteral("保管庫の名前"), QStringLiteral("福祉課"));
    press(QStringLiteral("保管庫をつくる"));
    QTRY_VERIFY(sees(QStringLiteral("保管庫をつくりました")));
    QVERIFY(QFile::exists(vaultFolder() + QStringLiteral("/vault.age")));
    QTRY_VERIFY(part<vaults::ItemsPage>()->overview());
}

void TestOfficeVault::aFileIsPutIn()
{
    QFile file(path(QStringLiteral("名簿.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(m_content) == m_content.size());
    file.close();
    part<vaults::VaultPage>()->put({base::toPath(file.fileName())});
    QTRY_VERIFY(part<vaults::PutPage>()->isVisible());
    choose(QStringLiteral("保存期間"), QStringLiteral("5年"));
    press(QStringLiteral("保管庫に入れる"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("1件を保管庫に入れました")), 15000);
    QVERIFY(!file.exists()); // moved
    press(QStringLiteral("一覧へ"));
    QTRY_VERIFY(named<QTableView>(QStringLiteral("保管庫の中のもの")));
    const vaults::Row row = firstRow();
    QCOMPARE(row.name, QStringLiteral("名簿.txt"));
    QCOMPARE(row.by, QStringLiteral("山田 太郎"));
    QVERIFY(row.mayOpen && !row.isUnsettled && row.lastDay.isValid());
}

void TestOfficeVault::aCopyIsTakenOut()
{
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY(part<vaults::TakePage>()->isVisible());
    part<vaults::TakePage>()->setTarget(base::toPath(path(QStringLiteral("写し.txt"))));
    QTRY_VERIFY(canPress(QStringLiteral("写しを取り出す")));
    press(QStringLiteral("写しを取り出す"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("写しを取り出しました")), 15000);
    QCOMPARE(bytesOf(path(QStringLiteral("写し.txt"))), m_content);
    press(QStringLiteral("戻る"));
    vault::TakeOrder order;
    order.id = firstRow().id;
    order.target = base::toPath(path(QStringLiteral("外.txt")));
    order.leavesOffice = true;
    const auto prospect = desk().prospect(base::toPath(vaultFolder()), order);
    QVERIFY(prospect && prospect->isAsked && !prospect->problem.isEmpty()); // it has no class, so that nobody can permit it
    base::NoProgress quiet;
    QVERIFY(!desk().take(base::toPath(vaultFolder()), order, quiet));
    QVERIFY(!QFile::exists(path(QStringLiteral("外.txt"))));
}

void TestOfficeVault::keepingIsRecorded()
{
    QTRY_VERIFY(named<QTableView>(QStringLiteral("保管庫の中のもの")));
    press(QStringLiteral("内容と記録を見る"));
    QTRY_VERIFY(part<vaults::ItemPage>()->details());
    choose(QStringLiteral("保存期間"), QStringLiteral("10年"));
    press(QStringLiteral("変更を記録する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("変更を記録しました")), 15000);
    QCOMPARE(firstRow().keeping.years, 10);
    QTRY_COMPARE(part<vaults::ItemPage>()->details()->history.size(), std::size_t(2));
    QTRY_VERIFY(canPress(QStringLiteral("戻る")));
    press(QStringLiteral("戻る"));
}

void TestOfficeVault::somebodyIsLetIn()
{
    show();
    press(QStringLiteral("開ける人"));
    QTRY_VERIFY(part<vaults::MembersPage>()->isVisible());
    tickFirst();
    press(QStringLiteral("変更する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("1件の鍵を替えました")), 15000);
    press(QStringLiteral("戻る"));
    QTRY_COMPARE(part<vaults::ItemsPage>()->overview()->members.size(), std::size_t(2));
}

void TestOfficeVault::theyOpenItAtTheSameDesktop()
{
    m_window->lock();
    QVERIFY(!desk().vaults());
    signInAsManager();
    show();
    QCOMPARE(firstRow().name, QStringLiteral("名簿.txt"));
    QVERIFY(firstRow().mayOpen);
    base::NoProgress quiet;
    vault::TakeOrder order;
    order.id = firstRow().id;
    order.target = base::toPath(path(QStringLiteral("佐藤.txt")));
    const auto taken = desk().take(base::toPath(vaultFolder()), order, quiet);
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().message));
    QCOMPARE(bytesOf(path(QStringLiteral("佐藤.txt"))), m_content);
    m_window->lock();
    signInAsClerk();
}

void TestOfficeVault::somebodyIsPutOut()
{
    show();
    press(QStringLiteral("開ける人"));
    QTRY_VERIFY(part<vaults::MembersPage>()->isVisible());
    tickFirst();
    press(QStringLiteral("変更する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("1件の鍵を替えました")), 15000);
    press(QStringLiteral("戻る"));
    QTRY_COMPARE(part<vaults::ItemsPage>()->overview()->members.size(), std::size_t(1));
    press(QStringLiteral("確かめる"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("この保管庫に異常はありません")), 15000);
    press(QStringLiteral("戻る"));
}

void TestOfficeVault::whatWasExchangedIsFound()
{
    QFile stranger(vaultFolder() + QStringLiteral("/items/メモ.txt"));
    QVERIFY(stranger.open(QIODevice::WriteOnly) && stranger.write("?") == 1);
    stranger.close();
    base::NoProgress quiet;
    const auto findings = desk().verify(base::toPath(vaultFolder()), quiet);
    QVERIFY(findings);
    QCOMPARE(findings->size(), std::size_t(1));
    QCOMPARE(findings->front().code, QStringLiteral("stranger"));
    QVERIFY(stranger.remove());
}

void TestOfficeVault::whoMayRecoverGivesAReason()
{
    m_window->lock();
    signInAsManager();
    base::NoProgress quiet;
    const auto overview = desk().overview(base::toPath(vaultFolder()), quiet);
    QVERIFY2(overview, overview ? "" : qPrintable(overview.error().message));
    QVERIFY(overview->amEscrow && !overview->amMember);
    QVERIFY(!overview->rows.front().mayOpen && overview->rows.front().mayRecover);
    show();
    QTRY_VERIFY(canPress(QStringLiteral("復元する")));
    press(QStringLiteral("復元する"));
    QTRY_VERIFY(part<vaults::TakePage>()->isVisible());
    part<vaults::TakePage>()->setTarget(base::toPath(path(QStringLiteral("復元.txt"))));
    write(QStringLiteral("復元する理由"), QStringLiteral("担当者の退職"));
    press(QStringLiteral("復元する"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("復元しました")), 15000);
    QCOMPARE(bytesOf(path(QStringLiteral("復元.txt"))), m_content);
    m_window->lock();
    signInAsClerk();
    QCOMPARE(firstRow().recoveredBy, QStringLiteral("佐藤 花子"));
}

void TestOfficeVault::aVaultFromElsewhereIsOpened()
{
    const QString carried = path(QStringLiteral("媒体"));
    QVERIFY(QFile::rename(vaultFolder(), carried));
    const auto known = desk().vaults();
    QVERIFY(known && known->size() == 1);
    QVERIFY(!known->front().problem.isEmpty());
    QVERIFY(!desk().open(base::toPath(m_folder.path())));
    const auto opened = desk().open(base::toPath(carried));
    QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
    const auto again = desk().vaults();
    QVERIFY(again && again->size() == 1);
    QCOMPARE(again->front().folder, base::toPath(carried));
    QVERIFY(again->front().problem.isEmpty());
    QVERIFY(QFile::rename(carried, vaultFolder()));
    QVERIFY(desk().open(base::toPath(vaultFolder())));
}

void TestOfficeVault::aVaultIsTakenOffTheListAndComesBack()
{
    const auto known = desk().vaults();
    QVERIFY(known && known->size() == 1);
    QVERIFY(desk().takeOff(known->front()));
    QVERIFY(desk().vaults()->empty());
    QVERIFY(QFile::exists(vaultFolder() + QStringLiteral("/vault.age"))); // nothing was deleted
    QVERIFY(desk().open(base::toPath(vaultFolder())));
    QCOMPARE(desk().vaults()->size(), std::size_t(1));
}

void TestOfficeVault::itMovesIntoAnotherVault()
{
    const vaults::Row row = firstRow();
    const auto other = desk().create({base::toPath(path(QStringLiteral("人事"))), {}, {}});
    QVERIFY(other.has_value());
    base::NoProgress quiet;
    const auto moved = desk().move(base::toPath(vaultFolder()), row.id, other->folder, quiet);
    QVERIFY2(moved, moved ? "" : qPrintable(moved.error().message));
    const auto there = desk().overview(other->folder, quiet);
    QCOMPARE(there->rows.size(), std::size_t(1));
    QCOMPARE(there->rows.front().name, row.name);
    QVERIFY(desk().move(other->folder, row.id, base::toPath(vaultFolder()), quiet)); // for who comes next
    QCOMPARE(firstRow().id, row.id);
    QVERIFY(desk().takeOff(*other));
}

void TestOfficeVault::anItemIsOpenedChangedAndClosed()
{
    m_office->vaultDesk().setLauncher([this](const base::Path &path) -> base::Result<void> {
        m_document = path;
        return {};
    });
    show();
    QTRY_VERIFY(canPress(QStringLiteral("開く")));
    press(QStringLiteral("開く"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("開いているもの：1件")), 15000);
    QCOMPARE(bytesOf(base::toDisplay(m_document)), m_content);
    QFile edited(base::toDisplay(m_document));
    QVERIFY(edited.open(QIODevice::WriteOnly) && edited.write("changed") == 7);
    edited.close();
    const auto saves = [this] {
        const auto opened = desk().opened();
        return opened.empty() ? -1 : opened.front().saves;
    };
    QTRY_COMPARE_WITH_TIMEOUT(saves(), 1, 20000);
    QTRY_VERIFY(canPress(QStringLiteral("閉じる")));
    press(QStringLiteral("閉じる"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("「名簿.txt」を閉じて施錠しました")), 20000);
    QVERIFY(!std::filesystem::exists(m_document) && !std::filesystem::exists(m_document.parent_path()));
    const auto details = desk().details(base::toPath(vaultFolder()), firstRow().id);
    QVERIFY(details && details->versions.size() == 1);
    base::NoProgress quiet;
    vault::TakeOrder order;
    order.id = firstRow().id;
    order.target = base::toPath(path(QStringLiteral("変更後.txt")));
    QVERIFY(desk().take(base::toPath(vaultFolder()), order, quiet));
    QCOMPARE(bytesOf(path(QStringLiteral("変更後.txt"))), QByteArray("changed"));
}

void TestOfficeVault::leavingTheDeskLocksWhatIsOpen()
{
    QTRY_VERIFY(canPress(QStringLiteral("開く")));
    press(QStringLiteral("開く"));
    QTRY_VERIFY_WITH_TIMEOUT(sees(QStringLiteral("開いているもの：1件")), 15000);
    QFile edited(base::toDisplay(m_document));
    QVERIFY(edited.open(QIODevice::WriteOnly) && edited.write("at the last moment") == 18);
    edited.close();
    QTRY_VERIFY(!part<vaults::VaultPage>()->isWorking());
    m_window->lock();
    QVERIFY(!std::filesystem::exists(m_document));
    QVERIFY(desk().opened().empty());
    signInAsClerk();
    show();
    base::NoProgress quiet;
    vault::TakeOrder order;
    order.id = firstRow().id;
    order.target = base::toPath(path(QStringLiteral("最後.txt")));
    QVERIFY(desk().take(base::toPath(vaultFolder()), order, quiet));
    QCOMPARE(bytesOf(path(QStringLiteral("最後.txt"))), QByteArray("at the last moment"));
    const auto proof = m_office->reviewDesk().verify(quiet);
    QVERIFY(proof && proof->findings.empty());
}

void TestOfficeVault::tenThousandAreListed()
{
    const int count = 10000 / (SHIRUSHI_SLOWNESS > 1 ? 10 : 1);
    const QString many = path(QStringLiteral("たくさん"));
    QVERIFY(QDir().mkpath(many));
    for (int i = 0; i < count; ++i) {
        QFile file(many + QStringLiteral("/%1.txt").arg(i));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray::number(i)) > 0);
    }
    base::NoProgress quiet;
    vault::StoreOrder order;
    order.paths = {base::toPath(many)};
    const auto stored = desk().put(base::toPath(vaultFolder()), order, quiet);
    QVERIFY(stored);
    QCOMPARE(static_cast<int>(stored->size()), count);
    QElapsedTimer timer;
    timer.start();
    show();
    QTRY_COMPARE_WITH_TIMEOUT(part<vaults::ItemsPage>()->overview()->rows.size() + part<vaults::ItemsPage>()->findChild<QTableView *>()->model()->rowCount(),
                              static_cast<std::size_t>(count) + 1, 120000);
    qInfo("%d items listed in %lld ms", count + 1, static_cast<long long>(timer.elapsed()));
    QVERIFY(!m_window->findChild<vaults::VaultPage *>()->isWorking());
}

QTEST_MAIN(TestOfficeVault)
#include "tst_officevault.moc"
