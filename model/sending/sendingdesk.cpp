#include "sending/sendingdesk.h"

#include "sending/parcelpassword.h"
#include "sending/plainline.h"
#include "sending/rulewords.h"

#include "base/encoding.h"
#include "crypto/digest.h"
#include "label/sidecar.h"
#include "labelling/entrydrafts.h"
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
};

bool takesParcel(const QString &destination, const QString &channel)
{
    return actionOf(destination, channel) != u"publish" && channel != u"web-meeting";
}

base::Result<SendingDesk::Checked> SendingDesk::examine(const Order &order) const
{
    if (order.files.empty())
        return base::failure(ErrorCode::InvalidInput, {}, tr("There is nothing to send."));
    const labelling::LabelReader reader(m_parts.codecs, *m_parts.directory);
    std::vector<workflow::RequestFile> files;
    for (const base::Path &path : order.files) {
        auto file = labelling::requestFile(reader.read(path), *m_parts.pack);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(std::move(*file));
    }
    return judge(order, std::move(files));
}

base::Result<SendingDesk::Checked> SendingDesk::judge(const Order &order, std::vector<workflow::RequestFile> files) const
{
    const auto wrong = [](const QString &subject, const QString &sentence) {
        return base::failure(ErrorCode::InvalidInput, subject, sentence);
    };
    if (!destinations().contains(order.destination) || !channels().contains(order.channel))
        return wrong(order.destination, tr("Please say to whom and how."));
    const bool areNames = order.recipients.size() <= mostRecipients && std::ranges::all_of(order.recipients, [](const QString &recipient) {
        return !recipient.trimmed().isEmpty() && isPlainLine(recipient, longestRecipient);
    });
    if (!areNames)
        return wrong({}, tr("These are too many recipients, or one of them has characters in it that nobody sees."));
    const auto offered = formats();
    if (std::ranges::find(offered, order.format) == offered.end()) {
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

base::Result<Prospect> SendingDesk::prospect(const Order &order, std::vector<workflow::RequestFile> files) const
{
    auto checked = judge(order, std::move(files));
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
    const auto request = approvalFor(order, *checked);
    if (!request)
        return std::unexpected(request.error());

    Sent sent{.id = QUuid::createUuid().toString(QUuid::WithoutBraces),
              .answer = checked->answer,
              .parcel = {},
              .password = {},
              .request = *request};
    ParcelSecret secret;
    secret.recipients = order.keys;
    secret.certificates = order.certificates;
    secret.ownCertificate = order.ownCertificate;
    if (order.ownKey)
        secret.ownKey = order.ownKey->clone();
    if (needs(order.format) != ParcelNeed::Keys && order.keys.empty()) {
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
    std::vector<ParcelFile> files;
    for (const base::Path &path : order.files) {
        files.push_back({path, {}});
        // The label goes along, also where it lies beside its file.
        std::error_code ignored;
        const base::Path sidecar = label::sidecarPath(path);
        if (std::filesystem::is_regular_file(sidecar, ignored) && order.format != ParcelFormat::Pdf)
            files.push_back({sidecar, {}});
    }
    auto parcel = pack(files, order.format, secret, order.options, order.target, progress);
    if (parcel) {
        sent.parcel = std::move(*parcel);
        const auto recorded = record(order, *checked, sent);
        if (recorded)
            return sent;
        std::error_code ignored;
        std::filesystem::remove(order.target, ignored);
        parcel = std::unexpected(recorded.error());
    }
    if (const auto erased = m_parts.pending.erase(sent.id); !erased)
        return std::unexpected(erased.error());
    return std::unexpected(parcel.error());
}

base::Result<void> SendingDesk::record(const Order &order, const Checked &checked, const Sent &sent) const
{
    const auto source = platform::FileSource::open(order.target);
    const auto digest = source ? crypto::sha256(*source) : std::unexpected(source.error());
    if (!digest)
        return std::unexpected(digest.error());
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
    draft.sha256 = QString::fromLatin1(base::toHex(*digest));
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
                     {QStringLiteral("format"), wordFor(order.format)},
                     {QStringLiteral("password"), sent.password.has_value()},
                     {QStringLiteral("obligations"), obligations},
                     {QStringLiteral("rules"), QJsonArray::fromStringList(sent.answer.verdict.rules)},
                     {QStringLiteral("answeredBy"), sent.answer.pack->id}};
    if (!sent.request.isEmpty())
        draft.details.insert(QStringLiteral("of"), sent.request);
    if (!order.basis.trimmed().isEmpty())
        draft.details.insert(QStringLiteral("basis"), order.basis.trimmed());
    const auto entry = m_parts.ledger.append(draft, m_parts.session, m_parts.clock);
    return entry ? base::Result<void>() : std::unexpected(entry.error());
}

base::Result<std::vector<Record>> SendingDesk::list()
{
    return sendingRecords(m_parts.ledger);
}

base::Result<base::SecretBytes> SendingDesk::password(const QString &id) const
{
    return m_parts.pending.open(id, m_parts.session.keys().receiving);
}

} // namespace shirushi::sending
