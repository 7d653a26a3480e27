// What holds for every pack that the programs carry: no faults, every case as expected, a verdict for every
// situation that is never laxer for a higher class, and quotes that stand in the documents word for word.
#include "policy/cases.h"
#include "policy/library.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace shirushi::policy;

namespace {

QString string(const char *text)
{
    return QString::fromUtf8(text);
}

QStringList words(const char *text)
{
    return string(text).split(u' ');
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// White space, tags and the page numbers that stand alone on a line are the scan's, not the document's.
QString bare(QString text)
{
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    static const QRegularExpression page(QStringLiteral("^[ \\t\\f]*-? ?\\d{1,3} ?-?[ \\t]*$"),
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression space(QStringLiteral("[\\s\\x{3000}]+"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    return text.remove(tag).remove(page).remove(space);
}

const QMap<QString, QString> &seeds()
{
    static const QMap<QString, QString> files = {
        {string("kurume"), string("000_e4ce2cdd2faaa4c4.txt")},
        {string("kameoka"), string("001_007186781bab44b4.txt")},
        {string("buzen-council"), string("002_19286b0d8a847ccc.txt")},
        {string("mic-model"), string("002_19286b0d8a847ccc.txt")},
        {string("unnan-iinan"), string("003_546e86cbd4aca002.txt")},
        {string("kita"), string("004_1a9531d3af62a4e1.txt")},
    };
    return files;
}

QString seedFolder()
{
    const QStringList candidates = {string(SHIRUSHI_SOURCE_DIR "/../shared/seeds/"),
                                    qEnvironmentVariable("SHIRUSHI_CORPUS") + QStringLiteral("/../seeds/")};
    for (const QString &candidate : candidates) {
        if (QDir(candidate).exists())
            return candidate;
    }
    return {};
}

struct Quote {
    QString article;
    QString text;
};

void collectQuotes(const QJsonValue &value, std::vector<Quote> &quotes)
{
    if (value.isArray()) {
        for (const QJsonValue &entry : value.toArray())
            collectQuotes(entry, quotes);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QString quote = object.value(QStringLiteral("quote")).toString();
        if (!quote.isEmpty() && !object.value(QStringLiteral("draft")).toBool())
            quotes.push_back({object.value(QStringLiteral("article")).toString(), quote});
        for (const QJsonValue &member : object)
            collectQuotes(member, quotes);
    }
}

// "第9条" of "第9条第3項"; empty where a citation spans articles or has none.
QString articleOf(const QString &citation)
{
    static const QRegularExpression article(QStringLiteral("^第[0-9一二三四五六七八九十]+条"));
    return citation.contains(u'・') || citation.contains(QStringLiteral("から")) ? QString()
                                                                              : article.match(citation).captured();
}

// Article → its text, without the table of contents, whose lines end in a page number.
QMap<QString, QString> articlesOf(const QString &document)
{
    static const QRegularExpression heading(
        QStringLiteral("^[#\\s]*第\\s*([0-9一二三四五六七八九十]+)\\s*条(?!第|の|に|で|を|、|中|各)"));
    static const QRegularExpression contents(QStringLiteral("\\t\\d+\\s*$"));
    QMap<QString, QString> articles;
    QString current;
    for (const QString &line : document.split(u'\n')) {
        if (const auto match = heading.match(line); match.hasMatch() && !contents.match(line).hasMatch())
            current = QStringLiteral("第") + match.captured(1) + QStringLiteral("条");
        articles[current] += bare(line);
    }
    return articles;
}

// Every combination of a level on each axis.
std::vector<Classes> allClasses(const Pack &pack)
{
    std::vector<Classes> all = {{}};
    for (const Axis &axis : pack.axes) {
        std::vector<Classes> longer;
        for (const Classes &start : all) {
            for (const Level &level : axis.levels) {
                Classes next = start;
                next.emplace(axis.id, level.id);
                longer.push_back(std::move(next));
            }
        }
        all = std::move(longer);
    }
    return all;
}

// What a person may state about a deed: nothing, one fact, or what a rule needs together.
std::vector<QStringList> statements(const Pack &pack, const QString &action)
{
    std::vector<QStringList> all = {{}};
    const auto add = [&](const QStringList &facts) {
        if (std::find(all.begin(), all.end(), facts) == all.end())
            all.push_back(facts);
    };
    for (const Rule &rule : pack.rules) {
        if (!rule.when.actions.contains(action))
            continue;
        add(rule.when.given);
        for (const QString &fact : rule.when.given + rule.when.unless)
            add({fact});
    }
    return all;
}

QString describe(const Situation &situation)
{
    QStringList parts = {situation.action, situation.role, situation.destination, situation.channel,
                         situation.given.join(u'+')};
    for (const auto &[axis, level] : situation.classes)
        parts.append(axis + u'=' + level);
    return parts.join(u' ');
}

// Pairs (higher, lower) of places in `all`, where lower is one level lower on one axis.
std::vector<std::pair<std::size_t, std::size_t>> steps(const Pack &pack, const std::vector<Classes> &all)
{
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t higher = 0; higher < all.size(); ++higher) {
        for (const Axis &axis : pack.axes) {
            const auto at = std::find_if(axis.levels.begin(), axis.levels.end(),
                                         [&](const Level &level) { return level.id == all[higher].at(axis.id); });
            if (std::next(at) == axis.levels.end())
                continue;
            Classes lower = all[higher];
            lower[axis.id] = std::next(at)->id;
            const auto place = std::find(all.begin(), all.end(), lower);
            pairs.emplace_back(higher, static_cast<std::size_t>(place - all.begin()));
        }
    }
    return pairs;
}

} // namespace

class TestShippedPacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedFilesAreAllLoaded();
    void casesComeOutAsExpected();
    void everySituationHasAVerdict();
    void neverLaxerForAHigherClass();
    void quotesStandInTheDocuments_data();
    void quotesStandInTheDocuments();
    void quotesStandUnderTheirArticles_data();
    void quotesStandUnderTheirArticles();

private:
    template <typename Visit>
    void forEachDeed(const Pack &pack, Visit visit);

    const Library m_library = Library::load();
};

void TestShippedPacks::shippedFilesAreAllLoaded()
{
    const QStringList files = QDir(QStringLiteral(":/policies")).entryList();
    for (const auto &error : m_library.faulty())
        qWarning("%s: %s", qUtf8Printable(error.subject), qUtf8Printable(error.message));
    for (const QString &file : files) {
        for (const Fault &fault : validatePack(contentOf(QStringLiteral(":/policies/") + file), &m_library))
            qWarning("%s:%d %s: %s", qUtf8Printable(file), fault.line, qUtf8Printable(fault.path),
                     qUtf8Printable(fault.reason));
    }
    QVERIFY(m_library.faulty().empty());
    QCOMPARE(m_library.packs().size(), static_cast<std::size_t>(files.size()));
    for (const QString &file : files)
        QVERIFY2(m_library.find(file.chopped(5)), qPrintable(file));
}

void TestShippedPacks::casesComeOutAsExpected()
{
    int failed = 0;
    for (const auto &pack : m_library.packs()) {
        for (const Case &situation : pack->cases) {
            const QStringList found = differences(pack, situation);
            failed += !found.isEmpty();
            if (!found.isEmpty())
                qWarning("%s %s: %s", qUtf8Printable(pack->id), qUtf8Printable(situation.id),
                         qUtf8Printable(found.join(u' ')));
        }
    }
    QCOMPARE(failed, 0);
}

// Visits everything but the classes, which stay empty.
template <typename Visit>
void TestShippedPacks::forEachDeed(const Pack &pack, Visit visit)
{
    const QStringList actions =
        words("label lower send provide publish transport take-out store erase dispose exception");
    const QStringList destinations = words(" internal government contractor resident council public");
    const QStringList channels = words(" mail lgwan-mail file-transfer web-form medium post web-meeting sns");
    for (const Role &role : pack.roles) {
        for (const QString &action : actions) {
            for (const QString &destination : destinations) {
                for (const QString &channel : channels)
                    visit(Situation{action, {}, role.id, destination, channel, {}});
            }
        }
    }
}

void TestShippedPacks::everySituationHasAVerdict()
{
    for (const auto &pack : m_library.packs()) {
        const std::vector<Classes> all = allClasses(*pack);
        int situations = 0;
        forEachDeed(*pack, [&](Situation situation) {
            for (const Classes &classes : all) {
                situation.classes = classes;
                const Verdict verdict = evaluate(*pack, situation);
                const bool reasoned = verdict.ruling == Ruling::Permitted || !verdict.citations.empty();
                const bool conditional = verdict.ruling != Ruling::WithObligations || !verdict.obligations.empty();
                const bool plain = verdict.ruling != Ruling::Permitted || verdict.obligations.empty();
                if (!reasoned || !conditional || !plain)
                    QFAIL(qPrintable(pack->id + u' ' + describe(situation)));
                ++situations;
            }
        });
        QVERIFY(situations >= 4 * 11 * 7 * 9 * 3);
    }
}

void TestShippedPacks::neverLaxerForAHigherClass()
{
    int laxer = 0;
    for (const auto &pack : m_library.packs()) {
        const std::vector<Classes> all = allClasses(*pack);
        const auto pairs = steps(*pack, all);
        forEachDeed(*pack, [&](Situation situation) {
            // The other roles approve and designate; what they may do is said by the case table.
            if (situation.role != u"staff" && situation.role != u"councillor")
                return;
            for (const QStringList &facts : statements(*pack, situation.action)) {
                situation.given = facts;
                std::vector<Ruling> rulings;
                for (const Classes &classes : all) {
                    situation.classes = classes;
                    rulings.push_back(evaluate(*pack, situation).ruling);
                }
                for (const auto &[higher, lower] : pairs) {
                    situation.classes = all[higher];
                    if (rulings[lower] > rulings[higher] && ++laxer <= 20)
                        qWarning("%s: laxer than at the class below: %s", qUtf8Printable(pack->id),
                                 qUtf8Printable(describe(situation)));
                }
            }
        });
    }
    QCOMPARE(laxer, 0);
}

void TestShippedPacks::quotesStandInTheDocuments_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : seeds().keys())
        QTest::newRow(qPrintable(id)) << id;
}

void TestShippedPacks::quotesStandInTheDocuments()
{
    QFETCH(QString, id);
    const QString folder = seedFolder();
    const QByteArray pack = contentOf(QStringLiteral(":/policies/") + id + QStringLiteral(".json"));
    if (pack.isEmpty() || folder.isEmpty())
        QSKIP("no such pack, or no seeds here");
    const QString own = bare(QString::fromUtf8(contentOf(folder + seeds().value(id))));
    const QString buzen = bare(QString::fromUtf8(contentOf(folder + seeds().value(string("buzen-council")))));
    QVERIFY(!own.isEmpty());
    std::vector<Quote> quotes;
    collectQuotes(QJsonDocument::fromJson(pack).object(), quotes);
    QVERIFY(quotes.size() >= 10);
    int missing = 0;
    for (const Quote &quote : quotes) {
        const QString &document = quote.article.startsWith(string("豊前市議会")) ? buzen : own;
        for (const QString &part : quote.text.split(u'…', Qt::SkipEmptyParts)) {
            if (!document.contains(bare(part))) {
                ++missing;
                qWarning("%s %s: %s", qUtf8Printable(id), qUtf8Printable(quote.article), qUtf8Printable(part));
            }
        }
    }
    QCOMPARE(missing, 0);
}

void TestShippedPacks::quotesStandUnderTheirArticles_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"kameoka", "kurume", "kita"})
        QTest::newRow(id) << string(id);
}

void TestShippedPacks::quotesStandUnderTheirArticles()
{
    QFETCH(QString, id);
    const QString folder = seedFolder();
    if (folder.isEmpty())
        QSKIP("no seeds here");
    const auto articles = articlesOf(QString::fromUtf8(contentOf(folder + seeds().value(id))));
    std::vector<Quote> quotes;
    collectQuotes(QJsonDocument::fromJson(contentOf(QStringLiteral(":/policies/") + id + QStringLiteral(".json"))).object(),
                  quotes);
    int checked = 0;
    int elsewhere = 0;
    for (const Quote &quote : quotes) {
        const QString article = articleOf(quote.article);
        if (article.isEmpty())
            continue;
        for (const QString &part : quote.text.split(u'…', Qt::SkipEmptyParts)) {
            ++checked;
            if (!articles.value(article).contains(bare(part)) && ++elsewhere)
                qWarning("%s %s: %s", qUtf8Printable(id), qUtf8Printable(quote.article), qUtf8Printable(part));
        }
    }
    QVERIFY(checked >= 20);
    QCOMPARE(elsewhere, 0);
}

QTEST_GUILESS_MAIN(TestShippedPacks)
#include "tst_shippedpacks.moc"
