#include "labelling/target.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;

class TestTarget : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void linksInsideTheFolderAreFollowed();
    void linksOutOfTheFolderAreRefused();
    void documentsInUseAreRefused_data();
    void documentsInUseAreRefused();
    void foldersAreWalkedWithoutLinksAndHelpers();

private:
    base::Path path(const QString &name) const { return base::toPath(m_folder->filePath(name)); }
    void make(const QString &name, const QByteArray &content = "x") const
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTarget::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("inner")));
}

void TestTarget::linksInsideTheFolderAreFollowed()
{
    make(QStringLiteral("inner/a.txt"));
    std::filesystem::create_symlink("inner/a.txt", path(QStringLiteral("link.txt")));
    const auto target = labelling::labelTarget(path(QStringLiteral("link.txt")));
    QVERIFY(target);
    QCOMPARE(target->filename(), base::Path("a.txt"));
}

void TestTarget::linksOutOfTheFolderAreRefused()
{
    make(QStringLiteral("a.txt"));
    std::filesystem::create_symlink("../a.txt", path(QStringLiteral("inner/link.txt")));
    QCOMPARE(labelling::labelTarget(path(QStringLiteral("inner/link.txt"))).error().code,
             base::ErrorCode::OutsideFolder);
    std::filesystem::create_symlink("nowhere", path(QStringLiteral("broken.txt")));
    QVERIFY(!labelling::labelTarget(path(QStringLiteral("broken.txt"))));
}

void TestTarget::documentsInUseAreRefused_data()
{
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("lock");
    QTest::newRow("LibreOffice") << QStringLiteral("報告書.odt") << QStringLiteral(".~lock.報告書.odt#");
    QTest::newRow("Word, short") << QStringLiteral("ab.docx") << QStringLiteral("~$ab.docx");
    QTest::newRow("Word, long") << QStringLiteral("報告書その一二三.docx") << QStringLiteral("~$書その一二三.docx");
    QTest::newRow("Excel") << QStringLiteral("受給者名簿一覧.xlsx") << QStringLiteral("~$受給者名簿一覧.xlsx");
}

void TestTarget::documentsInUseAreRefused()
{
    QFETCH(QString, document);
    QFETCH(QString, lock);
    make(document);
    QVERIFY(labelling::labelTarget(path(document)));
    make(lock);
    QCOMPARE(labelling::labelTarget(path(document)).error().code, base::ErrorCode::InUse);
    QCOMPARE(labelling::labelTarget(path(lock)).error().code, base::ErrorCode::InvalidInput);
}

void TestTarget::foldersAreWalkedWithoutLinksAndHelpers()
{
    make(QStringLiteral("b.txt"));
    make(QStringLiteral("inner/a.txt"));
    make(QStringLiteral("photo.xmp")); // alone: a file like any other
    make(QStringLiteral("~$c.docx"));
    make(QStringLiteral(".~lock.c.odt#"));
    make(QStringLiteral(".shirushi-1abc.tmp"));
    std::filesystem::create_symlink("b.txt", path(QStringLiteral("link.txt")));
    std::filesystem::create_directory_symlink("/etc", path(QStringLiteral("etc")));
    QStringList names;
    for (const base::Path &file : labelling::filesBelow(path(QStringLiteral("."))))
        names += base::toDisplay(file.filename());
    QCOMPARE(names, (QStringList{QStringLiteral("b.txt"), QStringLiteral("a.txt"), QStringLiteral("photo.xmp")}));
}

QTEST_GUILESS_MAIN(TestTarget)
#include "tst_target.moc"
