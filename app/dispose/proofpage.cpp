#include "dispose/proofpage.h"

#include "base/clock.h"

namespace shirushi::disposals {

ProofPage::ProofPage(const widgets::Theme &theme, const DisposeDesk &desk, QWidget *parent)
    : CheckPage(theme,
                {.lead = tr("Is every record as it was signed, was each disposal permitted, and does nothing of it lie at its place again?"),
                 .doing = tr("Checking the records of disposal"),
                 .columns = {tr("No."), tr("What"), tr("What was found")},
                 .good = tr("The records of disposal hold"),
                 .goodText = tr("The ledger is whole, each disposal had its permission, and no file with the same content lies at its place again."),
                 .failed = tr("The records could not be checked"),
                 .found = [](int findings) { return tr("%n findings", nullptr, findings); }},
                parent),
      m_desk(desk)
{
}

void ProofPage::begin(int year)
{
    start(tr("Check the disposals of %1").arg(base::toJapaneseFiscalYear(year)),
          [desk = &m_desk, year](base::Progress &progress) -> base::Result<std::vector<QStringList>> {
              const auto findings = desk->verify(year, progress);
              if (!findings)
                  return std::unexpected(findings.error());
              std::vector<QStringList> lines;
              for (const disposal::Finding &finding : *findings)
                  lines.push_back({finding.seq > 0 ? QString::number(finding.seq) : QString(), finding.name, finding.sentence});
              return lines;
          });
}

} // namespace shirushi::disposals
