#include "sending/packing.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/xmp/xmp.h"
#include "sending/coversheet.h"
#include "sending/plainline.h"

#include <QCoreApplication>
#include <QUuid>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;
using base::Result;

namespace {

constexpr qsizetype longestContact = 200; // UTF-16 units

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

label::Stamp stampFor(const label::Label &given, const policy::Pack &pack)
{
    label::Stamp stamp;
    stamp.label = given;
    stamp.classText = policy::classText(pack, given.classes);
    stamp.restrictionText = given.restrictions.join(QStringLiteral("、"));
    return stamp;
}

// Those on the labels, and those that follow from the class.
QStringList restrictionsOf(const std::vector<labelling::FileLabel> &labels, const policy::Classes &classes, const policy::Pack &pack)
{
    QStringList all;
    for (const labelling::FileLabel &file : labels)
        all += file.label->restrictions;
    for (const policy::Restriction &restriction : policy::restrictionsFor(pack, classes)) {
        if (restriction.preset)
            all += restriction.text.ja;
    }
    all.removeDuplicates();
    return all;
}

CoverSheet sheetFor(const Outgoing &going, const std::vector<labelling::FileLabel> &labels, const Order &order,
                    const policy::Classes &classes, const PackingParts &parts)
{
    CoverSheet sheet;
    const people::Person *sender = parts.roster.find(parts.session.user());
    sheet.office = parts.roster.office;
    sheet.department = sender ? sender->department : QString();
    sheet.sender = parts.session.account().name;
    sheet.contact = order.cover->trimmed();
    // As in the mail: several recipients outside do not learn of each other.
    if (!hidesAddresses({order.recipients, order.destination, order.channel, {}, {}, {}}))
        sheet.recipients = order.recipients;
    sheet.recipientCount = static_cast<int>(order.recipients.size());
    sheet.at = parts.clock.now();
    sheet.classText = policy::classText(parts.pack, classes);
    sheet.restrictions = restrictionsOf(labels, classes, parts.pack);
    auto read = labels.begin();
    for (const OutgoingFile &file : going.files) {
        if (file.isCompanion)
            continue;
        std::error_code unknown;
        const auto size = std::filesystem::file_size(file.path, unknown);
        sheet.files.push_back({file.name, policy::classText(parts.pack, read->label->classes), read->label->restrictions, unknown ? 0 : size});
        ++read;
    }
    return sheet;
}

QString freeName(const QString &wanted, const Outgoing &going)
{
    const qsizetype dot = wanted.lastIndexOf(u'.');
    QString name = wanted;
    const auto isTaken = [&](const OutgoingFile &file) { return file.name.section(u'/', 0, 0).compare(name, Qt::CaseInsensitive) == 0; };
    for (int number = 2; std::any_of(going.files.begin(), going.files.end(), isTaken); ++number)
        name = wanted.left(dot) + u'-' + QString::number(number) + wanted.mid(dot);
    return name;
}

// So that its receiver's Shirushi knows the sheet's class as that of the files.
Result<label::Label> labelFor(const CoverFile &cover, const QStringList &restrictions, const policy::Classes &classes, const PackingParts &parts)
{
    crypto::Sha256 hash;
    hash.add(std::span(cover.bytes.constData(), static_cast<std::size_t>(cover.bytes.size())));
    label::Label given;
    given.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    given.policy = parts.pack.id;
    given.policyVersion = parts.pack.version;
    given.classes = classes;
    given.restrictions = restrictions;
    given.status = parts.pack.designation ? label::LabelStatus::Proposed : label::LabelStatus::Designated;
    given.labelledBy = parts.session.user();
    given.labelledAt = parts.clock.now();
    given.contentHash = QStringLiteral("sha256:") + QString::fromLatin1(hash.finish().toHex());
    return label::sign(std::move(given), parts.session);
}

Result<void> checkCover(const Order &order)
{
    const QString contact = order.cover->trimmed();
    if (!order.isPlain && order.format == ParcelFormat::Pdf)
        return base::failure(ErrorCode::InvalidInput, wordFor(order.format), tr("A PDF with a password has no room for a cover sheet. Please choose another format."));
    if (!contact.isEmpty() && !isPlainLine(contact, longestContact))
        return base::failure(ErrorCode::InvalidInput, {}, tr("This is too long, or has characters in it that nobody sees."));
    if (holdsMadePassword(contact))
        return base::failure(ErrorCode::Forbidden, {}, tr("This looks like a password. No password goes with the parcel."));
    return {};
}

Result<void> addCover(Outgoing &going, const std::vector<labelling::FileLabel> &labels, const Order &order, const policy::Classes &classes,
                      const PackingParts &parts)
{
    const CoverSheet sheet = sheetFor(going, labels, order, classes, parts);
    auto cover = makeCover(sheet);
    if (!cover)
        return std::unexpected(cover.error());
    const QString name = freeName(cover->name, going);
    const auto given = labelFor(*cover, sheet.restrictions, classes, parts);
    if (!given)
        return std::unexpected(given.error());
    auto packet = label::writeXmp({}, stampFor(*given, parts.pack), {}, name);
    if (!packet)
        return std::unexpected(packet.error());
    going.files.insert(going.files.begin(), OutgoingFile{{}, name + QStringLiteral(".xmp"), true, std::move(*packet)});
    going.files.insert(going.files.begin(), OutgoingFile{{}, name, true, std::move(cover->bytes)});
    return {};
}

} // namespace

Result<Outgoing> withCompanions(Outgoing going, const std::vector<labelling::FileLabel> &labels, const Order &order,
                                const policy::Classes &classes, const PackingParts &parts)
{
    for (const labelling::FileLabel &file : labels) {
        if (file.source != labelling::LabelSource::Attribute)
            continue;
        if (const auto added = addLabel(going, file.path, stampFor(*file.label, parts.pack)); !added)
            return std::unexpected(added.error());
    }
    if (!order.cover)
        return going;
    if (const auto right = checkCover(order); !right)
        return std::unexpected(right.error());
    if (const auto added = addCover(going, labels, order, classes, parts); !added)
        return std::unexpected(added.error());
    return going;
}

Result<ParcelReport> packed(const Outgoing &going, const Order &order, const ParcelOptions &options, const ParcelSecret &secret,
                            base::Progress &progress)
{
    std::vector<ParcelFile> files;
    for (const OutgoingFile &file : going.files) {
        if (!file.isCompanion || order.format != ParcelFormat::Pdf)
            files.push_back({file.path, file.name, file.bytes});
    }
    return pack(files, order.format, secret, options, order.target, progress);
}

Result<ParcelReport> copied(const Outgoing &going, const Order &order, base::Progress &progress)
{
    auto contents = copyPlainly(going, order.target, progress);
    if (!contents)
        return std::unexpected(contents.error());
    ParcelReport report;
    report.path = order.target;
    for (const ParcelContent &content : *contents) {
        report.size += content.size;
        report.showing += content.name;
    }
    report.contents = std::move(*contents);
    return report;
}

} // namespace shirushi::sending
