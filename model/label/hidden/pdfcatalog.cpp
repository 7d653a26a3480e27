#include "label/hidden/pdfcatalog.h"

#include "label/xmp/xmp.h"

#include <QCoreApplication>

#include <functional>

namespace shirushi::label::hiddenpdf {

namespace {

constexpr std::size_t longestText = 1 << 16;
constexpr std::size_t longestPacket = 8 << 20;
constexpr std::size_t longestHead = 1 << 20; // of a JPEG: its metadata stand first
constexpr int mostItems = 10'000;
constexpr int deepest = 16;
constexpr std::size_t mostPictures = 5'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::label", text);
}

QString textOf(QPDFObjectHandle object, const QDeadlineTimer &deadline)
{
    if (object.isString())
        return QString::fromStdString(object.getUTF8Value().substr(0, longestText));
    bool isCut = false;
    return object.isStream() ? QString::fromStdString(dataOf(object, longestText, deadline, isCut)) : QString();
}

QString nameOf(QPDFObjectHandle object)
{
    return object.isName() ? QString::fromStdString(object.getName().substr(1)) : QString();
}

// A file specification: a text, or a dictionary with one (ISO 32000-1, 7.11.3).
QString fileNameOf(QPDFObjectHandle file, const QDeadlineTimer &deadline)
{
    for (const char *key : {"/UF", "/F", "/DOS", "/Unix"}) {
        if (file.isDictionary() && file.getKey(key).isString())
            return textOf(file.getKey(key), deadline);
    }
    return textOf(file, deadline);
}

void findInAction(QPDFObjectHandle action, const QString &where, HiddenFindings &findings, int depth = 0)
{
    if (!action.isDictionary() || depth > deepest)
        return;
    const QString kind = nameOf(action.getKey("/S"));
    const QDeadlineTimer &deadline = findings.deadline();
    if (kind == u"JavaScript") {
        findings.add(HiddenKind::Script, where, textOf(action.getKey("/JS"), deadline));
    } else if (kind == u"Launch" || kind == u"GoToR" || kind == u"GoToE") {
        findings.add(HiddenKind::ExternalLink, where, fileNameOf(action.getKey("/F"), deadline));
    } else if (kind == u"SubmitForm" || kind == u"ImportData") {
        findings.add(HiddenKind::Script, where, kind + u' ' + fileNameOf(action.getKey("/F"), deadline));
    } else if (kind == u"URI") {
        const QString address = textOf(action.getKey("/URI"), deadline);
        if (address.startsWith(QStringLiteral("file:"), Qt::CaseInsensitive) || address.startsWith(QStringLiteral("\\\\")))
            findings.add(HiddenKind::ExternalLink, where, address);
    }
    QPDFObjectHandle next = action.getKey("/Next");
    if (!next.isArray()) {
        findInAction(next, where, findings, depth + 1);
        return;
    }
    // Each of several is followed no further: lists of lists grow without bound.
    const int count = std::min(next.getArrayNItems(), 100);
    for (int i = 0; i < count; ++i)
        findInAction(next.getArrayItem(i), where, findings, deepest);
}

using Visit = std::function<void(const QString &name, QPDFObjectHandle value)>;

void eachName(QPDFObjectHandle node, const Visit &visit, const QDeadlineTimer &deadline, std::set<QPDFObjGen> &seen, int depth = 0)
{
    if (!node.isDictionary() || depth > deepest || seen.size() > static_cast<std::size_t>(mostItems)
        || (node.isIndirect() && !seen.insert(node.getObjGen()).second))
        return;
    QPDFObjectHandle names = node.getKey("/Names");
    const int count = names.isArray() ? std::min(names.getArrayNItems(), mostItems) : 0;
    for (int i = 0; i + 1 < count; i += 2)
        visit(textOf(names.getArrayItem(i), deadline), names.getArrayItem(i + 1));
    QPDFObjectHandle kids = node.getKey("/Kids");
    const int children = kids.isArray() ? std::min(kids.getArrayNItems(), mostItems) : 0;
    for (int i = 0; i < children; ++i)
        eachName(kids.getArrayItem(i), visit, deadline, seen, depth + 1);
}

struct InformationWords {
    const char *key;
    const char *title;
    Certainty certainty;
};

constexpr InformationWords informationWords[] = {
    {"/Author", QT_TRANSLATE_NOOP("shirushi::label", "Author"), Certainty::Sure},
    {"/Title", QT_TRANSLATE_NOOP("shirushi::label", "Title"), Certainty::Possible},
    {"/Subject", QT_TRANSLATE_NOOP("shirushi::label", "Subject"), Certainty::Possible},
    {"/Keywords", QT_TRANSLATE_NOOP("shirushi::label", "Keywords"), Certainty::Possible},
};

// Which programs made the file, and when, is in every PDF and says nothing of its content.
bool isAboutPrograms(const std::string &key)
{
    static const std::set<std::string> keys{"/Producer", "/Creator", "/CreationDate", "/ModDate", "/Trapped"};
    return keys.contains(key) || key.starts_with("/PTEX") || key.starts_with("/GTS");
}

void findInInformation(QPDFObjectHandle information, HiddenFindings &findings)
{
    if (!information.isDictionary())
        return;
    int count = 0;
    for (const std::string &key : information.getKeys()) {
        if (++count > mostItems || isAboutPrograms(key))
            continue;
        const QString text = textOf(information.getKey(key), findings.deadline());
        if (text.trimmed().isEmpty())
            continue;
        QString title = QString::fromStdString(key.substr(1));
        Certainty certainty = Certainty::Sure;
        for (const InformationWords &words : informationWords) {
            if (key == words.key) {
                title = tr(words.title);
                certainty = words.certainty;
            }
        }
        findings.add(HiddenKind::Properties, title, text, certainty);
    }
}

} // namespace

void findInActions(QPDFObjectHandle actions, const QString &where, HiddenFindings &findings)
{
    if (!actions.isDictionary())
        return;
    int count = 0;
    for (const std::string &key : actions.getKeys()) {
        if (++count < 100)
            findInAction(actions.getKey(key), where, findings);
    }
}

void findInCatalog(QPDF &pdf, HiddenFindings &findings)
{
    const QDeadlineTimer &deadline = findings.deadline();
    QPDFObjectHandle catalog = pdf.getRoot();
    findInInformation(pdf.getTrailer().getKey("/Info"), findings);
    bool isCut = false;
    if (QPDFObjectHandle metadata = catalog.getKey("/Metadata"); metadata.isStream()) {
        const std::string packet = dataOf(metadata, longestPacket, deadline, isCut);
        findInXmp(QByteArray::fromStdString(packet), {}, findings);
    }
    QPDFObjectHandle names = catalog.getKey("/Names");
    std::set<QPDFObjGen> seen;
    eachName(names.getKeyIfDict("/EmbeddedFiles"), [&](const QString &name, QPDFObjectHandle file) {
        const QString own = fileNameOf(file, deadline);
        findings.add(HiddenKind::Embedded, tr("Attached file"), own.isEmpty() ? name : own);
    }, deadline, seen);
    eachName(names.getKeyIfDict("/JavaScript"), [&](const QString &name, QPDFObjectHandle action) {
        findInAction(action, name, findings);
    }, deadline, seen);
    findInAction(catalog.getKey("/OpenAction"), tr("When opened"), findings);
    findInActions(catalog.getKey("/AA"), tr("When opened"), findings);
    if (QPDFObjectHandle form = catalog.getKey("/AcroForm"); form.isDictionary() && form.hasKey("/XFA"))
        findings.addUnseen(tr("Form"), tr("The file holds a form (XFA) that Shirushi cannot look into."));
    if (catalog.hasKey("/PieceInfo"))
        findings.add(HiddenKind::Embedded, tr("Data of the program that made the file"), {}, Certainty::Possible);
}

void findInAnnotation(QPDFObjectHandle annotation, const QString &where, HiddenFindings &findings)
{
    static const QStringList noNotes{QStringLiteral("Link"), QStringLiteral("Popup"), QStringLiteral("PrinterMark"),
                                     QStringLiteral("TrapNet"), QStringLiteral("Watermark"), QStringLiteral("Redact")};
    const QDeadlineTimer &deadline = findings.deadline();
    const QString kind = nameOf(annotation.getKey("/Subtype"));
    findInAction(annotation.getKey("/A"), where, findings);
    findInActions(annotation.getKey("/AA"), where, findings);
    if (kind == u"FileAttachment") {
        findings.add(HiddenKind::Embedded, where, fileNameOf(annotation.getKey("/FS"), deadline));
        return;
    }
    if (kind == u"Widget") {
        const bool isHidden = (static_cast<int>(numberOf(annotation.getKey("/F"))) & 34) != 0;
        const QString value = textOf(annotation.getKey("/V"), deadline);
        if (isHidden && !value.trimmed().isEmpty())
            findings.add(HiddenKind::HiddenText, where, value);
        return;
    }
    const QString author = textOf(annotation.getKey("/T"), deadline);
    const QString text = textOf(annotation.getKey("/Contents"), deadline);
    if (!noNotes.contains(kind) && !(author.isEmpty() && text.isEmpty()))
        findings.add(HiddenKind::Comment, where, author.isEmpty() ? text : author + QStringLiteral(": ") + text);
}

void Pictures::look(QPDFObjectHandle resources, const QString &where, HiddenFindings &findings, int depth)
{
    QPDFObjectHandle objects = resources.getKeyIfDict("/XObject");
    if (!objects.isDictionary() || depth > 4)
        return;
    for (const std::string &key : objects.getKeys()) {
        QPDFObjectHandle object = objects.getKey(key);
        if (!object.isStream() || m_seen.size() >= mostPictures || !m_seen.insert(object.getObjGen()).second)
            continue;
        QPDFObjectHandle dictionary = object.getDict();
        if (nameOf(dictionary.getKey("/Subtype")) == u"Form") {
            look(dictionary.getKey("/Resources"), where, findings, depth + 1);
            continue;
        }
        QPDFObjectHandle filter = dictionary.getKey("/Filter");
        if (filter.isArray() && filter.getArrayNItems() == 1)
            filter = filter.getArrayItem(0);
        if (nameOf(filter) != u"DCTDecode")
            continue;
        bool isCut = false;
        const QByteArray head = QByteArray::fromStdString(dataOf(object, longestHead, findings.deadline(), isCut, true));
        findInImage(HiddenBytes::of(head), where, findings);
    }
}

} // namespace shirushi::label::hiddenpdf
