#include "policy/packchecks.h"

#include <QCoreApplication>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

void checkDesignation(const Pack &pack, Findings &findings)
{
    if (!pack.designation)
        return;
    checkPost(pack, pack.designation->role, QStringLiteral("/designation/role"), findings);
    checkCitation(pack.designation->citation, QStringLiteral("/designation/citation"), findings);
    checkWord(pack.designation->word, pack.designation->citation, QStringLiteral("/designation/word"), findings);
}

void checkSending(const Pack &pack, Findings &findings)
{
    if (!pack.sending.methodsBy.isEmpty())
        checkPost(pack, pack.sending.methodsBy, QStringLiteral("/sending/methods/role"), findings);
    checkCitation(pack.sending.methods, QStringLiteral("/sending/methods/citation"), findings);
}

void checkLevels(const Pack &pack, const VaultRules::Levels &levels, const QString &path, Findings &findings)
{
    for (const auto &[axisId, levelIds] : levels) {
        for (const QString &level : levelIds)
            checkChosenLevels(pack, {{axisId, level}}, path, findings);
    }
}

void checkVault(const Pack &pack, Findings &findings)
{
    if (!pack.vault.escrow.isEmpty())
        checkPost(pack, pack.vault.escrow, QStringLiteral("/vault/escrow/role"), findings);
    checkCitation(pack.vault.citation, QStringLiteral("/vault/escrow/citation"), findings);
    checkLevels(pack, pack.vault.required, QStringLiteral("/vault/required"), findings);
    checkLevels(pack, pack.vault.offered, QStringLiteral("/vault/offered"), findings);
    checkLevels(pack, pack.vault.permission, QStringLiteral("/vault/permission"), findings);
    checkLevels(pack, pack.vault.secondCopy.levels, QStringLiteral("/vault/secondCopy/levels"), findings);
    checkCitation(pack.vault.secondCopy.citation, QStringLiteral("/vault/secondCopy/citation"), findings);
    checkCitation(pack.vault.longTerm.citation, QStringLiteral("/vault/longTerm/citation"), findings);
}

void checkDocumentKinds(const Pack &pack, Findings &findings)
{
    const QString kinds = QStringLiteral("/documentKinds");
    checkTwice(pack.documentKinds, kinds, QStringLiteral("/id"), [](const DocumentKind &kind) { return kind.id; },
               findings);
    for (std::size_t index = 0; index < pack.documentKinds.size(); ++index) {
        const DocumentKind &kind = pack.documentKinds[index];
        const QString path = at(kinds, index);
        checkChosenLevels(pack, kind.classes, path + QStringLiteral("/classes"), findings);
        for (const Axis &axis : pack.axes) {
            if (!kind.classes.contains(axis.id))
                findings.add(path + QStringLiteral("/classes"), tr("The axis “%1” is missing.").arg(axis.id));
        }
        checkCitation(kind.citation, path + QStringLiteral("/citation"), findings);
    }
}

} // namespace

void checkWord(const Text &word, const Citation &citation, const QString &path, Findings &findings)
{
    if (!citation.quote.isEmpty() && !citation.quote.contains(word.ja))
        findings.add(path, tr("The word “%1” does not stand in the quote.").arg(word.ja));
}

void checkOfficeRules(const Pack &pack, Findings &findings)
{
    checkDesignation(pack, findings);
    checkCitation(pack.separationOfDuties.citation, QStringLiteral("/separationOfDuties/citation"), findings);
    checkCitation(pack.separationOfDuties.exception, QStringLiteral("/separationOfDuties/exception"), findings);
    checkCitation(pack.passwords.length, QStringLiteral("/passwords/length"), findings);
    checkCitation(pack.passwords.composition, QStringLiteral("/passwords/composition"), findings);
    checkCitation(pack.passwords.initial, QStringLiteral("/passwords/initial"), findings);
    checkCitation(pack.idle.citation, QStringLiteral("/idle/citation"), findings);
    checkCitation(pack.retention.citation, QStringLiteral("/retention/citation"), findings);
    checkDocumentKinds(pack, findings);
    checkSending(pack, findings);
    checkVault(pack, findings);
    checkDisposal(pack, findings);
}

} // namespace shirushi::policy
