#include "disposal/reason.h"

#include <QCoreApplication>

namespace shirushi::disposal {

base::Result<Reason> reasonFrom(const policy::Pack &pack, const QString &words)
{
    const QString text = words.trimmed();
    if (text.isEmpty())
        return base::failure(base::ErrorCode::InvalidInput, {}, QCoreApplication::translate("shirushi::disposal", "Please say why."));
    for (const policy::DisposalRules::Reason &known : pack.disposal.reasons) {
        if (text != known.id && text != known.text.ja && text != known.text.en)
            continue;
        const bool isErasure = !known.fact.isEmpty();
        return Reason{known.id, known.text.ja, isErasure ? eraseAction : disposeAction, isErasure ? QStringList{known.fact} : QStringList()};
    }
    return Reason{{}, text, disposeAction, {}};
}

} // namespace shirushi::disposal
