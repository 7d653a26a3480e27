#include "sending/checkrecord.h"

#include "labelling/entrydrafts.h"
#include "ledger/personalnumber.h"
#include "sending/answertext.h"

#include <QJsonArray>

namespace shirushi::sending {

ledger::EntryDraft checkDraft(const Checked &checked)
{
    QJsonArray names;
    QJsonArray contents;
    for (const labelling::FileLabel &file : checked.files) {
        names.append(ledger::withoutPersonalNumbers(base::toDisplay(file.path.filename())));
        contents.append(file.label ? file.label->contentHash : QString());
    }
    ledger::EntryDraft draft;
    draft.kind = QStringLiteral("send-check");
    if (checked.files.size() == 1) {
        const labelling::FileLabel &file = checked.files.front();
        std::error_code problem;
        const base::Path whole = std::filesystem::absolute(file.path, problem);
        draft.file = base::toDisplay(problem ? file.path : whole);
        draft.contentHash = file.label ? file.label->contentHash : QString();
        draft.sha256 = file.sha256;
    }
    draft.before = QJsonValue();
    draft.after = labelling::classesJson(checked.policy, checked.classes);
    draft.details = {{QStringLiteral("files"), names},
                     {QStringLiteral("contents"), contents},
                     {QStringLiteral("answer"), toJson(checked.answer, checked.policy)}};
    return draft;
}

} // namespace shirushi::sending
