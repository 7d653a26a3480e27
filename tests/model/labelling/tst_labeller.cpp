#include "crypto/seal.h"
#include "label/sidecar.h"
#include "labelling/filenamemark.h"
#include "labelling/labeller.h"
#include "labelling/ledgerlabels.h"
#include "labelling/preparation.h"
#include "ledger/ledger.h"
#include "model/onepersonledger.h"
#include "platform/attributes.h"
#include "policy/library.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace shirushi;
using labelling::FileLabel;
using labelling::FileStatus;
using labelling::LabelOrder;
using labelling::LabelSource;

class TestLabeller : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void textFilesGetASidecarAndAttribute();
    void removingGivesTheFolderBack();
    void loweringAsksForAReason();
    void readOnlyFilesAreLeftAlone();
    void nameMarksMoveFileAndSidecar();
    void openQuestionsAreRecorded();
    void forbiddenByTheRules();
    void unfinishedDeedsAreFinishedOrTakenBack();
    void sidecarsThatNothingCanBeAddedTo();
    void linksKeepLeadingToTheirFile();
    void unfinishedAttributes();
    void renamedFilesAreFoundByContent();
    void cancelLeavesTheRestUntouched();

private:
    base::Path make(const QString &name, const QByteArray &content = "氏名,住所\n") const
    {
        const QString path = m_folder->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(path));
        file.write(content);
        return base::toPath(path);
    }
    LabelOrder order(const base::Path &path, const QString &level = QStringLiteral("3B")) const
    {
        LabelOrder value;
        value.path = path;
        value.classes = {{QStringLiteral("confidentiality"), level},
                         {QStringLiteral("integrity"), QStringLiteral("2")},
                         {QStringLiteral("availability"), QStringLiteral("1")}};
        return value;
    }
    labelling::Labeller labeller()
    {
        return {m_pack, {m_codecs, m_person, m_person, *m_ledger, m_clock, lock(), QStringLiteral("staff"), m_marks}};
    }
    base::Path lock() const { return base::toPath(m_data->filePath(QStringLiteral("labelling.lock"))); }
    FileLabel read(const base::Path &path) const { return labelling::LabelReader(m_codecs, m_person).read(path); }
    QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

    std::shared_ptr<const policy::Pack> m_pack;
    QStringList m_marks;
    label::CodecSet m_codecs;
    tests::OnePerson m_person;
    base::SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

void TestLabeller::initTestCase()
{
    const policy::Library library = policy::Library::load();
    m_pack = library.find(QStringLiteral("mic-model"));
    QVERIFY(m_pack);
    for (const auto &pack : library.packs())
        m_marks += labelling::fileNameMarksOf(*pack);
}

void TestLabeller::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_data = std::make_unique<QTemporaryDir>();
    auto made = ledger::Ledger::create(tests::ledgerParts(base::toPath(m_data->path()), {&m_person}),
                                       crypto::randomSecret(32).value());
    QVERIFY(made);
    m_ledger = std::make_unique<ledger::Ledger>(std::move(*made));
}

void TestLabeller::textFilesGetASidecarAndAttribute()
{
    const base::Path file = make(QStringLiteral("名簿.csv"));
    const auto outcome = labeller().set(order(file));
    QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "");
    QCOMPARE(outcome.source, LabelSource::Sidecar);
    QCOMPARE(names(), (QStringList{QStringLiteral("名簿.csv"), QStringLiteral("名簿.csv.xmp")}));

    const FileLabel found = read(file);
    QCOMPARE(found.status, FileStatus::Labelled);
    QCOMPARE(found.signature, label::SignatureState::Valid);
    QCOMPARE(found.content, labelling::ContentState::Same);
    QCOMPARE(found.label == outcome.label, true);

    const auto entries = m_ledger->list({});
    QCOMPARE(entries->size(), std::size_t(1));
    const ledger::EntryDraft &draft = entries->front().draft;
    QCOMPARE(draft.kind, QStringLiteral("label"));
    QCOMPARE(draft.contentHash, found.label->contentHash);
    QCOMPARE(draft.sha256, found.sha256);
    QVERIFY(draft.before.isNull() || draft.before.isUndefined());
    QCOMPARE(draft.after[QStringLiteral("classes")][QStringLiteral("confidentiality")].toString(), QStringLiteral("3B"));
    QVERIFY(m_ledger->openDeeds()->empty());

    make(QStringLiteral("名簿.csv"), "changed\n");
    QCOMPARE(read(file).content, labelling::ContentState::Changed);
    QCOMPARE(read(file).signature, label::SignatureState::Valid);
}

void TestLabeller::removingGivesTheFolderBack()
{
    const base::Path file = make(QStringLiteral("a.csv"));
    QVERIFY(!labeller().set(order(file)).error);
    QVERIFY(!labeller().remove(file, QStringLiteral("誤り")).error);
    QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});
    QCOMPARE(read(file).status, FileStatus::Unlabelled);
    const auto entries = m_ledger->list({});
    QCOMPARE(entries->back().draft.kind, QStringLiteral("label-removed"));
    QCOMPARE(entries->back().draft.reason, QStringLiteral("誤り"));

    const auto again = labeller().remove(file, QStringLiteral("誤り"));
    QVERIFY(!again.error);
    QCOMPARE(again.notices.size(), 1);
    QCOMPARE(m_ledger->list({})->size(), entries->size());
}

void TestLabeller::loweringAsksForAReason()
{
    const base::Path file = make(QStringLiteral("a.csv"));
    QVERIFY(!labeller().set(order(file)).error);
    const auto refused = labeller().set(order(file, QStringLiteral("1")));
    QVERIFY(refused.error);
    QCOMPARE(refused.error->code, base::ErrorCode::InvalidInput);
    QCOMPARE(read(file).label->classes.at(QStringLiteral("confidentiality")), QStringLiteral("3B"));

    LabelOrder lower = order(file, QStringLiteral("1"));
    lower.reason = QStringLiteral("公表済み");
    QVERIFY(!labeller().set(lower).error);
    const auto entry = m_ledger->list({})->back();
    QCOMPARE(entry.draft.reason, QStringLiteral("公表済み"));
    QCOMPARE(entry.draft.before[QStringLiteral("classes")][QStringLiteral("confidentiality")].toString(), QStringLiteral("3B"));
}

void TestLabeller::readOnlyFilesAreLeftAlone()
{
    const base::Path file = make(QStringLiteral("a.png"), QByteArray("\x89PNG\r\n\x1a\n broken"));
    QFile::setPermissions(base::toDisplay(file), QFile::ReadOwner);
    const auto outcome = labeller().set(order(file));
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.source, LabelSource::Sidecar);
    QVERIFY(!outcome.notices.isEmpty());
    QFile content(base::toDisplay(file));
    QVERIFY(content.open(QIODevice::ReadOnly));
    QCOMPARE(content.readAll(), QByteArray("\x89PNG\r\n\x1a\n broken"));
}

void TestLabeller::nameMarksMoveFileAndSidecar()
{
    const base::Path file = make(QStringLiteral("a.csv"));
    LabelOrder marked = order(file);
    marked.markName = true;
    const auto first = labeller().set(marked);
    QVERIFY(!first.error);
    QCOMPARE(names(), (QStringList{QStringLiteral("【機密性3B】a.csv"), QStringLiteral("【機密性3B】a.csv.xmp")}));

    // A mark that is there is renewed though none is asked for.
    const auto second = labeller().set(order(first.newPath, QStringLiteral("3A")));
    QVERIFY(!second.error);
    QCOMPARE(names(), (QStringList{QStringLiteral("【機密性3A】a.csv"), QStringLiteral("【機密性3A】a.csv.xmp")}));
    QCOMPARE(read(second.newPath).label == second.label, true);

    QVERIFY(!labeller().remove(second.newPath, QStringLiteral("誤り")).error);
    QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});

    make(QStringLiteral("【機密性3B】a.csv"), "another file");
    const auto taken = labeller().set(marked);
    QVERIFY(taken.error);
    QCOMPARE(taken.error->code, base::ErrorCode::Changed);
}

void TestLabeller::openQuestionsAreRecorded()
{
    LabelOrder asked = order(make(QStringLiteral("a.csv")));
    asked.open = {{QStringLiteral("K4"), QStringLiteral("…ありますか。"), QStringLiteral("security-manager"),
                   QStringLiteral("confidentiality"), QStringLiteral("3B")}};
    QVERIFY(!labeller().set(asked).error);
    ledger::Query query;
    query.kinds = {QStringLiteral("question")};
    const auto questions = m_ledger->list(query);
    QCOMPARE(questions->size(), std::size_t(1));
    QCOMPARE(questions->front().draft.details.value(QStringLiteral("referredTo")).toString(), QStringLiteral("security-manager"));
}

void TestLabeller::forbiddenByTheRules()
{
    policy::Pack strict = *m_pack;
    policy::Rule rule;
    rule.id = QStringLiteral("no-labels");
    rule.when.actions = {QStringLiteral("label")};
    rule.ruling = policy::Ruling::Forbidden;
    rule.citation = {QStringLiteral("第1条"), {}, true};
    strict.rules.push_back(rule);
    const base::Path file = make(QStringLiteral("a.csv"));
    labelling::Labeller strictLabeller(std::make_shared<policy::Pack>(strict),
                                       {m_codecs, m_person, m_person, *m_ledger, m_clock, lock(), QStringLiteral("staff"), m_marks});
    QCOMPARE(strictLabeller.set(order(file)).error->code, base::ErrorCode::Forbidden);
    QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});
}

// What a kill between recording and placing leaves: the entry, the open deed, the temporary file.
void TestLabeller::unfinishedDeedsAreFinishedOrTakenBack()
{
    const base::Path finished = make(QStringLiteral("a.csv"));
    const base::Path edited = make(QStringLiteral("b.csv"), "件名,日付\n");
    {
        const labelling::LabellerParts parts{m_codecs, m_person, m_person, *m_ledger, m_clock, lock(), QStringLiteral("staff"), m_marks};
        const labelling::Preparation preparation(*m_pack, parts);
        for (const base::Path &file : {finished, edited}) {
            labelling::Prepared prepared = preparation.stamp(order(file));
            QVERIFY(!prepared.outcome.error);
            auto batch = m_ledger->begin(m_person, m_clock);
            QVERIFY(batch->append(prepared.draft, labelling::toJson(prepared.deed)));
            QVERIFY(batch->commit());
            // Killed here: nothing cleans up.
            QVERIFY(QFile::copy(base::toDisplay(prepared.deed.temporary), m_data->filePath(QStringLiteral("kept"))));
            const base::Path temporary = prepared.deed.temporary;
            prepared.replacement.reset();
            QVERIFY(QFile::rename(m_data->filePath(QStringLiteral("kept")), base::toDisplay(temporary)));
        }
    }
    make(QStringLiteral("b.csv"), "edited meanwhile\n");
    QCOMPARE(m_ledger->openDeeds()->size(), std::size_t(2));
    QCOMPARE(labelling::Labeller::recover(*m_ledger, m_person, m_clock, lock()).value(), 2);
    QVERIFY(m_ledger->openDeeds()->empty());
    QCOMPARE(names(), (QStringList{QStringLiteral("a.csv"), QStringLiteral("a.csv.xmp"), QStringLiteral("b.csv")}));
    QCOMPARE(read(finished).status, FileStatus::Labelled);
    QCOMPARE(m_ledger->list({})->back().draft.kind, QStringLiteral("undone"));
    const auto entries = *m_ledger->list({});
    QVERIFY(labelling::labelInLedger(*m_ledger, entries[0].draft.contentHash));
    QVERIFY(!labelling::labelInLedger(*m_ledger, entries[1].draft.contentHash)); // recorded, and never given
    QCOMPARE(labelling::Labeller::recover(*m_ledger, m_person, m_clock, lock()).value(), 0);
}

// Another program's file that is no XMP, or far too large: it stays as it is, and the label is read all the same.
void TestLabeller::sidecarsThatNothingCanBeAddedTo()
{
    const base::Path damaged = make(QStringLiteral("a.csv"));
    const base::Path large = make(QStringLiteral("b.csv"));
    if (!platform::holdsAttributes(damaged))
        QSKIP("no attributes on this file system");
    const QByteArray noXmp = "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF";
    const QByteArray tooMuch = QByteArray("<x/>").leftJustified(40 << 20, ' ');
    make(QStringLiteral("a.csv.xmp"), noXmp);
    make(QStringLiteral("b.csv.xmp"), tooMuch);
    for (const base::Path &file : {damaged, large}) {
        const auto outcome = labeller().set(order(file));
        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->message) : "");
        QCOMPARE(outcome.source, LabelSource::Attribute);
        QCOMPARE(outcome.notices.size(), 1);
        QCOMPARE(read(file).status, FileStatus::Labelled);
        QVERIFY(!labeller().remove(file, QStringLiteral("試験")).error);
        QVERIFY(read(file).status != FileStatus::Labelled);
    }
    for (const auto &[name, content] : {std::pair("a.csv.xmp", noXmp), std::pair("b.csv.xmp", tooMuch)}) {
        QFile sidecar(m_folder->filePath(QLatin1String(name)));
        QVERIFY(sidecar.open(QIODevice::ReadOnly));
        QVERIFY(sidecar.readAll() == content);
    }
}

void TestLabeller::linksKeepLeadingToTheirFile()
{
    make(QStringLiteral("a.csv"));
    const base::Path link = base::toPath(m_folder->filePath(QStringLiteral("link.csv")));
    std::filesystem::create_symlink("a.csv", link);
    LabelOrder marked = order(link);
    marked.markName = true;
    const auto outcome = labeller().set(marked);
    QVERIFY(!outcome.error);
    QCOMPARE(outcome.notices.size(), 1);
    QVERIFY(std::filesystem::exists(link));
}

// A name without room for a sidecar: the attribute either has the label of the open deed, or the entry is undone.
void TestLabeller::unfinishedAttributes()
{
    const base::Path written = make(QString(249, QChar(u'a')) + QStringLiteral(".csv"));
    const base::Path unwritten = make(QString(249, QChar(u'b')) + QStringLiteral(".csv"));
    if (!platform::holdsAttributes(written))
        QSKIP("no attributes on this file system");
    const labelling::LabellerParts parts{m_codecs, m_person, m_person, *m_ledger, m_clock, lock(), QStringLiteral("staff"), m_marks};
    for (const base::Path &file : {written, unwritten}) {
        labelling::Prepared prepared = labelling::Preparation(*m_pack, parts).stamp(order(file));
        QVERIFY(!prepared.outcome.error);
        QCOMPARE(prepared.outcome.source, LabelSource::Attribute);
        QCOMPARE(labelling::deedFromJson(labelling::toJson(prepared.deed))->labelId, prepared.outcome.label->id);
        auto batch = m_ledger->begin(m_person, m_clock);
        QVERIFY(batch->append(prepared.draft, labelling::toJson(prepared.deed)));
        QVERIFY(batch->commit());
        if (file == written)
            QVERIFY(labelling::place(prepared));
    }
    QCOMPARE(labelling::Labeller::recover(*m_ledger, m_person, m_clock, lock()).value(), 2);
    QVERIFY(m_ledger->openDeeds()->empty());
    QCOMPARE(read(written).status, FileStatus::Labelled);
    QCOMPARE(read(unwritten).status, FileStatus::Unlabelled);
    const auto entries = m_ledger->list({});
    QCOMPARE(std::count_if(entries->begin(), entries->end(),
                           [](const ledger::Entry &entry) { return entry.draft.kind == QStringLiteral("undone"); }), 1);
    QCOMPARE(entries->back().draft.file, base::toDisplay(unwritten));
    QCOMPARE(names().size(), 2);
}

void TestLabeller::renamedFilesAreFoundByContent()
{
    const base::Path file = make(QStringLiteral("a.csv"));
    const auto outcome = labeller().set(order(file));
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("a.csv.xmp"))));
    label::removeLabelAttribute(file);
    QVERIFY(QFile::rename(m_folder->filePath(QStringLiteral("a.csv")), m_folder->filePath(QStringLiteral("renamed.csv"))));
    const labelling::LabelReader reader(m_codecs, m_person, [&](const QString &hash) -> std::optional<label::Label> {
        const auto entry = m_ledger->newestAbout(hash, {QStringLiteral("label")});
        if (!entry || !*entry)
            return std::nullopt;
        return label::labelFromJson((*entry)->draft.details.value(QStringLiteral("label")).toObject(), {}).value();
    });
    const FileLabel found = reader.read(base::toPath(m_folder->filePath(QStringLiteral("renamed.csv"))));
    QCOMPARE(found.source, LabelSource::Ledger);
    QCOMPARE(found.label == outcome.label, true);
}

void TestLabeller::cancelLeavesTheRestUntouched()
{
    class CancelAfterFirst final : public base::Progress
    {
    public:
        void report(std::uint64_t done, std::uint64_t, const QString &) override { m_cancelled = done > 0; }
        bool cancelled() const override { return m_cancelled; }
        bool m_cancelled = false;
    } progress;
    std::vector<LabelOrder> orders;
    for (int i = 0; i < 40; ++i)
        orders.push_back(order(make(QStringLiteral("%1.csv").arg(i, 2, 10, QChar(u'0')))));
    const auto outcomes = labeller().setAll(orders, progress);
    QVERIFY(!outcomes.empty() && outcomes.size() < orders.size());
    for (std::size_t i = 0; i < orders.size(); ++i)
        QCOMPARE(read(orders[i].path).status, i < outcomes.size() ? FileStatus::Labelled : FileStatus::Unlabelled);
    QCOMPARE(names().filter(QStringLiteral(".tmp")).size(), 0);
}

QTEST_GUILESS_MAIN(TestLabeller)
#include "tst_labeller.moc"
