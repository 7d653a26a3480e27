#include "vault/verifypage.h"

namespace shirushi::vaults {

VerifyPage::VerifyPage(const widgets::Theme &theme, VaultDesk &desk, QWidget *parent)
    : CheckPage(theme,
                {.lead = tr("Every item is compared with its signature and with what the ledger of this desktop knows."),
                 .doing = tr("Checking the vault"),
                 .columns = {tr("Item or file"), tr("What was found")},
                 .good = tr("Everything in this vault is as it should be"),
                 .goodText = tr("Of what is locked for other people, only that it is there can be said."),
                 .failed = tr("The vault could not be checked"),
                 .found = [](int findings) { return tr("%n findings in this vault", nullptr, findings); }},
                parent),
      m_desk(desk)
{
}

void VerifyPage::begin(const Known &vault)
{
    start(tr("Check %1").arg(vault.name), [desk = &m_desk, folder = vault.folder](base::Progress &progress) -> base::Result<std::vector<QStringList>> {
        const auto findings = desk->verify(folder, progress);
        if (!findings)
            return std::unexpected(findings.error());
        std::vector<QStringList> lines;
        for (const vault::Finding &finding : *findings)
            lines.push_back({finding.name.isEmpty() ? finding.file : finding.name, finding.sentence});
        return lines;
    });
}

} // namespace shirushi::vaults
