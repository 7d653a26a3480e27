#include "platform/sharedplace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace shirushi;
using platform::SharedPlaces;
using platform::Sharing;

class TestSharedPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anOwnFolderIsNotShared();
    void aFolderForAGroupIsShared();
    void aFolderForEverybodyIsShared();
    void aTemporaryFolderIsNot();
    void sambaSharesAreFound();
    void userSharesAreFound();
    void exportsAreFound();
    void linksAreFollowed();
    void aLongOrBrokenFileIsBorne();
    void networkFileSystems();

private:
    base::Path make(const char *name, mode_t mode = 0755);
    void write(const char *name, const QByteArray &text);
    SharedPlaces load() const { return SharedPlaces::load(m_root); }

    std::unique_ptr<QTemporaryDir> m_folder;
    base::Path m_root;
};

void TestSharedPlace::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    m_root = std::filesystem::canonical(base::toPath(m_folder->path()));
}

base::Path TestSharedPlace::make(const char *name, mode_t mode)
{
    const base::Path path = m_root / name;
    std::filesystem::create_directories(path);
    // chmod(2) of an owner that is not in the folder's group would lose the bit: it is our own group.
    if (::chmod(path.c_str(), mode) != 0)
        qFatal("chmod");
    return path;
}

void TestSharedPlace::write(const char *name, const QByteArray &text)
{
    const base::Path path = m_root / name;
    std::filesystem::create_directories(path.parent_path());
    QFile file(base::toDisplay(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestSharedPlace::anOwnFolderIsNotShared()
{
    const base::Path own = make("own");
    QCOMPARE(load().of(own), Sharing::Own);
    QCOMPARE(load().of(own / "not yet there"), Sharing::Own);
    // Group-writable alone is what many systems give every new folder.
    QCOMPARE(load().of(make("umask002", 0775)), Sharing::Own);
}

void TestSharedPlace::aFolderForAGroupIsShared()
{
    const base::Path group = make("section", 02775);
    QCOMPARE(load().of(group), Sharing::Shared);
    const base::Path inside = make("section/minutes", 0755);
    QCOMPARE(load().of(inside), Sharing::Shared);
    QCOMPARE(load().of(make("setgid only", 02755)), Sharing::Own);
}

void TestSharedPlace::aFolderForEverybodyIsShared()
{
    QCOMPARE(load().of(make("open", 0777)), Sharing::Shared);
}

void TestSharedPlace::aTemporaryFolderIsNot()
{
    QCOMPARE(load().of(make("temporary", 01777)), Sharing::Own);
}

void TestSharedPlace::sambaSharesAreFound()
{
    const base::Path office = make("office");
    const base::Path spaced = make("with space");
    const base::Path spool = make("spool");
    write("etc/samba/smb.conf", "[global]\n path = /nothing\n; [old]\n;path = " + QByteArray::fromStdString(m_root.native())
                                    + "/own\n[printers]\npath = " + QByteArray::fromStdString(spool.native())
                                    + "\n[homes]\n path = /home/%S\n[Office]\n\tPath = "
                                    + QByteArray::fromStdString(office.native()) + "/\n[two]\npath=\""
                                    + QByteArray::fromStdString(spaced.native()) + "\"\n");
    const SharedPlaces places = load();
    QCOMPARE(places.shares().size(), std::size_t(2));
    QCOMPARE(places.of(office), Sharing::Shared);
    QCOMPARE(places.of(make("office/below")), Sharing::Shared);
    QCOMPARE(places.of(spaced), Sharing::Shared);
    QCOMPARE(places.of(make("office2")), Sharing::Own);
    QCOMPARE(places.of(spool), Sharing::Own);
}

void TestSharedPlace::userSharesAreFound()
{
    const base::Path mine = make("mine");
    write("var/lib/samba/usershares/mine",
          "#VERSION 2\npath=" + QByteArray::fromStdString(mine.native()) + "\ncomment=\nusershare_acl=Everyone:R\n");
    QCOMPARE(load().of(mine), Sharing::Shared);
}

void TestSharedPlace::exportsAreFound()
{
    const base::Path one = make("one");
    const base::Path two = make("two words");
    const base::Path three = make("three words");
    const QByteArray root = QByteArray::fromStdString(m_root.native());
    write("etc/exports", "# comment\n" + root + "/one\t192.0.2.0/24(rw)\n" + root + "/two\\040words *(ro)\n\"" + root
                             + "/three words\" *(ro)\n");
    for (const base::Path &folder : {one, two, three})
        QCOMPARE(load().of(folder), Sharing::Shared);
}

void TestSharedPlace::linksAreFollowed()
{
    make("section", 02775);
    const base::Path link = m_root / "desktop link";
    std::filesystem::create_directory_symlink(m_root / "section", link);
    QCOMPARE(load().of(link), Sharing::Shared);
}

void TestSharedPlace::aLongOrBrokenFileIsBorne()
{
    const base::Path office = make("office");
    write("etc/samba/smb.conf", "[" + QByteArray(100'000, 'x') + "\n=\n[a\npath\n]\npath = \npath = relative\n[b]\npath = "
                                    + QByteArray::fromStdString(office.native()) + "\n" + QByteArray("\0\xff\n", 3));
    write("etc/exports", "\"\n\"/\n/\n \n\"" + QByteArray::fromStdString(m_root.native()));
    const SharedPlaces places = load();
    QCOMPARE(places.of(office), Sharing::Shared);
    QCOMPARE(places.of(make("other")), Sharing::Own);
}

void TestSharedPlace::networkFileSystems()
{
    for (const char *type : {"cifs", "smb3", "nfs4", "fuse.sshfs", "fuse.gvfsd-fuse", "9p"})
        QVERIFY2(platform::isNetworkFileSystem(type), type);
    for (const char *type : {"ext4", "xfs", "btrfs", "tmpfs", "vfat", "fuseblk", "overlay", ""})
        QVERIFY2(!platform::isNetworkFileSystem(type), type);
}

QTEST_GUILESS_MAIN(TestSharedPlace)
#include "tst_sharedplace.moc"
