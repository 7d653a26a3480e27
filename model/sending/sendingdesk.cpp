#include "sending/sendingdesk.h"

#include "sending/ordercheck.h"
#include "sending/packing.h"
#include "sending/parcelpassword.h"
#include "sending/plainline.h"
#include "sending/receiving.h"
#include "sending/recipientkeys.h"
#include "sending/rulewords.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "labelling/entrydrafts.h"
#include "labelling/ledgerlabels.h"
#include "labelling/requestfiles.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUuid>

#include <algorithm>

namespace shirushi::sending {

using base::ErrorCode;

namespace {

constexpr qsizetype mostRecipients = 500;
constexpr qsizetype longestRecipient = 320;
const QString legalBasis = QStringLiteral("legal-basis");

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::sending", text);
}

base::Error forbidden(const Answer &answer)
{
    QStringList why;
    for (const policy::Text &text : answer.verdict.explanations)
        why += text.ja;
    for (const policy::Citation &citation : answer.verdict.citations)
        why += citation.article + (citation.quote.isEmpty() ? QString() : QStringLiteral("「") + citation.quote + QStringLiteral("」"));
    return {ErrorCode::Forbidden, answer.situation.action, tr("The rules forbid this.") + u' ' + why.join(u' '), {}};
}

} // namespace

struct SendingDesk::Checked {
    Answer answer;
    policy::Classes classes; // the highest, by the office's own rules
    std::vector<workflow::RequestFile> files;
    QStringList given;
    Outgoing going;
    std::vector<labelling::FileLabel> labels; // of its documents
};

bool takesParcel(const QString &destination, const QString &channel)
{
    return actionOf(destination, channel) != u"publish" && channel != u"web-meeting";
}

base::Result<SendingDesk::Checked> SendingDesk::examine(const Order &order) const
{
    auto going = outgoing(order.files, order.names);
    if (!going)
        return std::unexpected(going.error());
    const labelling::LabelReader reader(m_parts.codecs, *m_parts.directory, {}, [this](const QString &contentHash, const label::Label &label) {
        return labelling::wasReceivedWith(m_parts.ledger, contentHash, label);
    });
    std::vector<workflow::RequestFile> files;
    std::vector<labelling::FileLabel> labels;
    QStringList domains;
    for (const base::Path &path : going->documents()) {
        labelling::FileLabel read = reader.read(path);
        auto file = labelling::requestFile(read, *m_parts.pack);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(std::move(*file));
        domains += read.label->domain;
        labels.push_back(std::move(read));
    }
    auto checked = judge(order, std::move(files), domains);
    if (checked) {
        checked->going = std::move(*going);
        checked->labels = std::move(labels);
    }
    return checked;
}

base::Result<SendingDesk::Checked> SendingDesk::judge(const Order &order, std::vector<workflow::RequestFile> files,
                                                        const QStringList &domains) const
{
    const auto wrong = [](const QString &subject, const QString &sentence) {
        return base::failure(ErrorCode::InvalidInput, subject, sentence);
    };
    if (files.empty())
        return wrong({}, tr("There is nothing to send."));
    if (!destinations().contains(order.destination) || !channels().contains(order.channel))
        return wrong(order.destination, tr("Please say to whom and how."));
    const bool areNames = order.recipients.size() <= mostRecipients && std::ranges::all_of(order.recipients, [](const QString &recipient) {
        return !recipient.trimmed().isEmpty() && isPlainLine(recipient, longestRecipient);
    });
    if (!areNames)
        return wrong({}, tr("These are too many recipients, or one of them has characters in it that nobody sees."));
    const auto offered = formats();
    if (!order.isPlain && std::ranges::find(offered, order.format) == offered.end()) {
        const policy::Citation &citation = m_parts.pack->sending.methods;
        return base::failure(ErrorCode::Forbidden, wordFor(order.format),
                             tr("This is not a method that the office has designated.") + articleOf(citation));
    }
    Checked checked;
    checked.given = order.given;
    if (!order.basis.trimmed().isEmpty() && m_parts.pack->fact(legalBasis) && !checked.given.contains(legalBasis))
        checked.given += legalBasis;
    if (checked.given.contains(legalBasis) && order.basis.trimmed().isEmpty())
        return wrong(legalBasis, tr("Please state the law or ordinance that provides for it."));
    for (const QString &domain : domains) {
        for (const QString &fact : factsOfDomain(*m_parts.pack, domain, order.channel)) {
            if (!checked.given.contains(fact))
                checked.given += fact;
        }
    }
    checked.classes = workflow::classesOf(*m_parts.pack, files);
    checked.files = std::move(files);
    checked.answer = sending::check(m_parts.library, m_parts.pack,
                                    {m_parts.session.account().role, order.destination, order.channel, checked.classes,
                                     checked.given});
    return checked;
}

base::Result<Answer> SendingDesk::check(const Order &order) const
{
    auto checked = examine(order);
    if (!checked)
        return std::unexpected(checked.error());
    return std::move(checked->answer);
}

base::Result<SendingDesk::Permit> SendingDesk::permit(const Order &order) const
{
    auto checked = examine(order);
    if (!checked)
        return std::unexpected(checked.error());
    if (checked->answer.verdict.ruling == policy::Ruling::Forbidden)
        return std::unexpected(forbidden(checked->answer));
    auto request = approvalFor(order, *checked);
    if (!request)
        return std::unexpected(request.error());
    return Permit{std::move(checked->answer), checked->going.documents(), std::move(checked->files), std::move(*request)};
}

// The rules of another policy name nobody of this office, so that what they want approved cannot be asked here.
base::Result<QString> SendingDesk::approvalFor(const Order &order, const Checked &checked) const
{
    for (const policy::Obligation &obligation : checked.answer.verdict.obligations) {
        if (checked.answer.outsideScope && !obligation.approver.isEmpty() && !obligation.ifNeeded) {
            return base::failure(ErrorCode::Forbidden, checked.answer.situation.role,
                                 tr("Your role stands outside the scope of the office's rules, and the rules that answer instead want an "
                                    "approval. Please ask somebody within the scope to send this."));
        }
    }
    workflow::RequestDesk requests({m_parts.ledger, m_parts.session, m_parts.directory, m_parts.pack, m_parts.clock});
    const auto permission = requests.permission({checked.answer.situation.action, order.destination, order.channel,
                                                 checked.given, checked.files, order.purpose.trimmed()});
    if (!permission)
        return std::unexpected(permission.error());
    return permission->request;
}

base::Result<Prospect> SendingDesk::prospect(const Order &order, std::vector<workflow::RequestFile> files,
                                             const QStringList &domains) const
{
    auto checked = judge(order, std::move(files), domains);
    if (!checked)
        return std::unexpected(checked.error());
    Prospect prospect{.answer = {}, .classes = checked->classes, .request = {}, .missing = {}, .otherChannels = {}};
    if (checked->answer.verdict.ruling == policy::Ruling::Forbidden) {
        for (const QString &channel : channels()) {
            if (!takesParcel(order.destination, channel))
                continue;
            const Answer other = sending::check(m_parts.library, m_parts.pack,
                                                {m_parts.session.account().role, order.destination, channel, checked->classes,
                                                 checked->given});
            if (other.verdict.ruling != policy::Ruling::Forbidden)
                prospect.otherChannels += channel;
        }
    } else {
        const auto request = approvalFor(order, *checked);
        if (request)
            prospect.request = *request;
        else
            prospect.missing = request.error();
    }
    prospect.answer = std::move(checked->answer);
    return prospect;
}

base::Result<Sent> SendingDesk::send(const Order &order, base::Progress &progress)
{
    const auto checked = examine(order);
    if (!checked)
        return std::unexpected(checked.error());
    if (checked->answer.verdict.ruling == policy::Ruling::Forbidden)
        return std::unexpected(forbidden(checked->answer));
    if (const auto right = checkOrder(order, checked->answer); !right)
        return std::unexpected(right.error());
    const auto request = approvalFor(order, *checked);
    if (!request)
        return std::unexpected(request.error());

    Sent sent{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
              .answer = checked->answer,
              .parcel = {},
              .password = {},
              .request = *request};
    ParcelSecret secret;
    static_cast<void>(tidy());
    // Before the password is kept, and until there is a record: what a kill leaves is known by it.
    const auto mark = UnfinishedWork(m_parts.pending.folder())
                          .begin({sent.id, m_parts.session.user(), m_parts.clock.now(), std::filesystem::absolute(order.target), false, {std::filesystem::absolute(order.target)}});
    if (!mark)
        return std::unexpected(mark.error());
    secret.recipients = order.keys;
    secret.certificates = order.certificates;
    if (order.keysFromBook) {
        const auto book = AddressBook({m_parts.ledger, m_parts.session, m_parts.clock}).find();
        if (!book)
            return std::unexpected(book.error());
        if (const auto added = addKeysOf(order.recipients, order.format, *book, secret); !added)
            return std::unexpected(added.error());
    }
    secret.ownCertificate = order.ownCertificate;
    if (order.ownKey)
        secret.ownKey = order.ownKey->clone();
    if (order.isPlain) {
        // Nothing to open it with.
    } else if (needs(order.format) != ParcelNeed::Keys && secret.recipients.empty()) {
        auto made = makePassword();
        if (!made)
            return std::unexpected(made.error());
        secret.password = made->clone();
        sent.password = std::move(*made);
        // Before the parcel: one that is there without its password would be lost.
        if (const auto kept = m_parts.pending.keep(sent.id, secret.password, m_parts.session.account().receivingKey); !kept)
            return std::unexpected(kept.error());
    } else {
        secret.keys.push_back(m_parts.session.keys().receiving.clone());
    }
    for (const QString &name : checked->going.emptyFolders)
        sent.notices += tr("The folder %1 is empty and does not go along.").arg(name);
    for (const QString &name : checked->going.leftBehind)
        sent.notices += tr("%1 belongs to the folder or to another program and does not go along.").arg(name);
    const PackingParts parts{m_parts.session, m_parts.directory->roster(), *m_parts.pack, m_parts.clock};
    const auto going = withCompanions(checked->going, checked->labels, order, checked->classes, parts);
    ParcelOptions options = order.options;
    if (order.namesByClass)
        options.hidesNames = hidesNamesOf(*m_parts.pack, checked->classes);
    auto parcel = !going          ? base::Result<ParcelReport>(std::unexpected(going.error()))
                  : order.isPlain ? copied(*going, order, progress)
                                  : packed(*going, order, options, secret, progress);
    if (parcel) {
        sent.parcel = std::move(*parcel);
        const auto recorded = record(order, *checked, sent);
        if (recorded)
            return sent;
        std::error_code ignored;
        std::filesystem::remove_all(order.target, ignored);
        parcel = std::unexpected(recorded.error());
    }
    if (order.isPlain)
        return std::unexpected(parcel.error());
    if (const auto erased = m_parts.pending.erase(sent.id); !erased)
        return std::unexpected(erased.error());
    return std::unexpected(parcel.error());
}

base::Result<void> SendingDesk::record(const Order &order, const Checked &checked, const Sent &sent) const
{
    QString sha256; // a folder has none
    if (!order.isPlain) {
        const auto source = platform::FileSource::open(order.target);
        const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
        if (!digest)
            return std::unexpected(digest.error());
        sha256 = QString::fromLatin1(base::toHex(*digest));
    }
    QJsonArray files;
    QJsonArray contents;
    for (const workflow::RequestFile &file : checked.files) {
        files.append(file.name);
        contents.append(file.contentHash);
    }
    QJsonArray obligations;
    for (const policy::Obligation &obligation : sent.answer.verdict.obligations)
        obligations.append(obligation.id);
    ledger::EntryDraft draft;
    draft.kind = sentKind;
    draft.file = base::toDisplay(std::filesystem::absolute(order.target));
    draft.contentHash = checked.files.size() == 1 ? checked.files.front().contentHash : QString();
    draft.sha256 = sha256;
    draft.before = QJsonValue();
    draft.after = labelling::classesJson(m_parts.pack->id, checked.classes);
    draft.reason = order.purpose.trimmed();
    draft.details = {{QStringLiteral("sending"), sent.id},
                     {QStringLiteral("action"), sent.answer.situation.action},
                     {QStringLiteral("destination"), order.destination},
                     {QStringLiteral("channel"), order.channel},
                     {QStringLiteral("recipients"), QJsonArray::fromStringList(order.recipients)},
                     {QStringLiteral("files"), files},
                     {QStringLiteral("contents"), contents},
                     {QStringLiteral("format"), order.isPlain ? QStringLiteral("none") : wordFor(order.format)},
                     {QStringLiteral("password"), sent.password.has_value()},
                     {QStringLiteral("obligations"), obligations},
                     {QStringLiteral("rules"), QJsonArray::fromStringList(sent.answer.verdict.rules)},
                     {QStringLiteral("answeredBy"), sent.answer.pack->id}};
    if (!sent.request.isEmpty())
        draft.details.insert(QStringLiteral("of"), sent.request);
    if (!order.basis.trimmed().isEmpty())
        draft.details.insert(QStringLiteral("basis"), order.basis.trimmed());
    if (!order.sanitised.trimmed().isEmpty())
        draft.details.insert(QStringLiteral("sanitised"), order.sanitised.trimmed());
    if (order.isPlain && !order.plainReason.trimmed().isEmpty())
        draft.details.insert(QStringLiteral("plainReason"), order.plainReason.trimmed());
    if (order.cover)
        draft.details.insert(QStringLiteral("cover"), true);
    const auto entry = m_parts.ledger.append(draft, m_parts.session, m_parts.clock);
    return entry ? base::Result<void>() : std::unexpected(entry.error());
}

// A ledger with findings may lack what was sent.
std::vector<Unfinished> SendingDesk::tidy() const
{
    if (!m_parts.ledger.isWritable())
        return {};
    const auto isRecorded = [this](const Unfinished &work) {
        if (work.isReceived)
            return wasReceived(m_parts.ledger, work);
        const auto record = sendingRecord(m_parts.ledger, work.id);
        return record || record.error().code != ErrorCode::NotFound;
    };
    return UnfinishedWork(m_parts.pending.folder())
        .abandoned(m_parts.session.user(), isRecorded, [this](const QString &id) { static_cast<void>(m_parts.pending.erase(id)); });
}

base::Result<std::vector<Record>> SendingDesk::list()
{
    static_cast<void>(tidy());
    return sendingRecords(m_parts.ledger);
}

base::Result<base::SecretBytes> SendingDesk::password(const QString &id) const
{
    return m_parts.pending.open(id, m_parts.session.keys().receiving);
}

} // namespace shirushi::sending
