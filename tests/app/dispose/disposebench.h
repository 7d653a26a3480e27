// DisposeBench: the window over a fake office, with what the tests of 廃棄 do to it.
#pragma once

#include "app/send/sendbench.h"

#include "dispose/assetpage.h"
#include "dispose/disposepage.h"
#include "dispose/duepage.h"
#include "dispose/planpage.h"
#include "dispose/proofpage.h"
#include "dispose/registerpage.h"
#include "dispose/runpage.h"
#include "dispose/statementpage.h"
#include "dispose/thingtable.h"

#include <QTableView>
#include <QTemporaryDir>

namespace shirushi::test {

class DisposeBench : protected SendBench
{
protected:
    template <typename Part>
    Part *part() const
    {
        return m_window->findChild<Part *>();
    }
    void open()
    {
        signIn();
        go(QStringLiteral("廃棄"));
        QTRY_VERIFY(canPress(QStringLiteral("廃棄記録簿")));
    }
    QTableView *table(const char *name) const { return named<QTableView>(QString::fromUtf8(name)); }
    QString cell(const char *name, int row, int column) const
    {
        const QTableView *view = table(name);
        return view ? view->model()->index(row, column).data().toString() : QString();
    }
    void tick(const char *name, int row)
    {
        QTableView *view = table(name);
        QVERIFY(view);
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(row, 1)).center());
    }
    void plan(const std::vector<base::Path> &files)
    {
        open();
        dropOn(part<disposals::DuePage>(), files);
        QTRY_VERIFY(canPress(QStringLiteral("次へ")));
        press(QStringLiteral("次へ"));
        QTRY_VERIFY(part<disposals::PlanPage>()->isVisible());
        QTRY_VERIFY(table("廃棄しようとするもの"));
    }
    void erase(const std::vector<base::Path> &files)
    {
        plan(files);
        choose(QStringLiteral("理由"), QStringLiteral("消去：作成途上で不要になった"));
        QTRY_VERIFY(canPress(QStringLiteral("消去に進む")));
        press(QStringLiteral("消去に進む"));
        QTRY_VERIFY(table("廃棄するもの"));
    }
    void addPermitted()
    {
        disposals::Pending one;
        one.id = QStringLiteral("r-1");
        one.reason = QStringLiteral("保存期間満了");
        one.at = QDateTime(QDate(2026, 11, 20), QTime(1, 0), Qt::UTC);
        one.state = approvals::State::Approved;
        one.mayRun = true;
        one.names = {QStringLiteral("a.docx"), QStringLiteral("b.docx")};
        one.total = 2;
        m_disposals->requests = {one};
        m_disposals->listed = {disposal::ItemPlace{"/srv", QStringLiteral("a.docx")}, disposal::ItemPlace{"/srv", QStringLiteral("b.docx")}};
    }
    void confirm() { press(QStringLiteral("上の一覧を見ました。元に戻せないことを承知しています")); }
    void runPermitted()
    {
        addPermitted();
        open();
        QTRY_VERIFY(canPress(QStringLiteral("廃棄に進む")));
        press(QStringLiteral("廃棄に進む"));
        QTRY_VERIFY(table("廃棄するもの"));
    }
};

} // namespace shirushi::test
