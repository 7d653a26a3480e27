// Requests and decisions, as they come in small files from other desktops.
#include "fuzz/target.h"

#include "base/canonicaljson.h"
#include "workflow/decision.h"
#include "workflow/request.h"

namespace shirushi::fuzz {

namespace {

const QString subject = QStringLiteral("input");
constexpr qsizetype signatureSize = 64;

QDateTime someTime()
{
    return QDateTime::fromString(QStringLiteral("2026-11-20T03:00:00.000Z"), Qt::ISODateWithMs);
}

workflow::Request sampleRequest()
{
    workflow::Request request;
    request.id = QStringLiteral("0f8fad5b-d9cb-469f-a165-70867728950e");
    request.office = QStringLiteral("ABCD-EFGH");
    request.policy = QStringLiteral("kameoka");
    request.policyVersion = QStringLiteral("1.0");
    request.action = QStringLiteral("dispose");
    request.given = {QStringLiteral("paper")};
    request.files = {{QStringLiteral("名簿.xlsx"), QStringLiteral("ooxml1:00"), QStringLiteral("00"), request.policy,
                      {{QStringLiteral("importance"), QStringLiteral("I")}}}};
    request.purpose = QStringLiteral("保存期間の満了");
    request.until = QDate(2026, 12, 31);
    request.asker = {QStringLiteral("yamada"), QStringLiteral("staff"), QStringLiteral("税務課")};
    request.needed = {{QStringLiteral("asset-manager"), {QStringLiteral("許可"), {}}, QStringLiteral("dispose"),
                       QStringLiteral("第36条第3項"), QStringLiteral("許可を得る"), false}};
    request.at = someTime();
    request.keyId = QString(32, u'0');
    request.signature = QByteArray(signatureSize, 'x');
    return request;
}

template <typename Value, typename Read>
void comesBack(const base::Result<Value> &value, const Read &read)
{
    if (!value)
        return;
    const auto again = read(workflow::toJson(*value), subject);
    demand(again && *again == *value, "what was read comes back as it is");
    demand(workflow::signedBytes(*again) == workflow::signedBytes(*value), "what is signed stays itself");
    demand(workflow::hashOf(*again).size() == 64, "it has a hash");
}

} // namespace

std::vector<QByteArray> words()
{
    return {"null", "1.5", "1e400", "[]", "{}", "\"\"", "\\u0000", "\"version\":2", "files", "needed", "given", "signature",
            "2026-02-30", "2026-11-20T03:00:00.000Z", "approved", "withdrawn", "validUntil", "ja", "classes"};
}

std::vector<QByteArray> seeds()
{
    const workflow::Request request = sampleRequest();
    workflow::Decision decision;
    decision.request = request.id;
    decision.hash = workflow::hashOf(request);
    decision.ruling = workflow::Ruling::Approved;
    decision.role = QStringLiteral("asset-manager");
    decision.by = QStringLiteral("suzuki");
    decision.at = decision.validUntil = someTime();
    decision.signature = request.signature;
    workflow::PaperDecision paper;
    paper.request = request.id;
    paper.roles = {decision.role};
    paper.decidedBy = QStringLiteral("総務課長");
    paper.decidedOn = QDate(2026, 11, 20);
    paper.at = someTime();
    paper.signature = request.signature;
    return {base::canonicalJson(workflow::toJson(request)), base::canonicalJson(workflow::toJson(decision)),
            base::canonicalJson(workflow::toJson(paper))};
}

} // namespace shirushi::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace shirushi;
    const auto json = base::parseJsonObject(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)),
                                            fuzz::subject);
    if (!json)
        return 0;
    fuzz::comesBack(workflow::requestFromJson(*json, fuzz::subject), workflow::requestFromJson);
    fuzz::comesBack(workflow::decisionFromJson(*json, fuzz::subject), workflow::decisionFromJson);
    fuzz::comesBack(workflow::paperDecisionFromJson(*json, fuzz::subject), workflow::paperDecisionFromJson);
    return 0;
}
