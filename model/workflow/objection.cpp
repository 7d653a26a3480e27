#include "workflow/objection.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirushi::workflow {

namespace {

struct Words {
    Objection objection;
    const char *name;
    const char *sentence;
};

constexpr std::array words{
    Words{Objection::OtherOffice, "other-office",
          QT_TRANSLATE_NOOP("shirushi::workflow", "This belongs to another office.")},
    Words{Objection::OtherPolicy, "other-policy",
          QT_TRANSLATE_NOOP("shirushi::workflow", "This was asked under other rules than this office's.")},
    Words{Objection::RosterRolledBack, "roster-rolled-back",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The roster is an older one than the ledger knows. Nobody can approve by it.")},
    Words{Objection::UnknownPerson, "unknown-person",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Whoever signed this is not in the office's roster.")},
    Words{Objection::ClosedPerson, "closed-person",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The account of whoever signed this has been closed.")},
    Words{Objection::UnknownKey, "unknown-key",
          QT_TRANSLATE_NOOP("shirushi::workflow", "This was signed with a key that the roster does not name.")},
    Words{Objection::WrongSignature, "wrong-signature",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The signature is wrong: this was changed or forged.")},
    Words{Objection::WrongTime, "wrong-time",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The time that stands here cannot be right.")},
    Words{Objection::AskerDiffers, "asker-differs",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Role or section of whoever asks are not those of the roster.")},
    Words{Objection::NeededDiffers, "needed-differs",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The rules want other approvals than this request says.")},
    Words{Objection::ForbiddenByRules, "forbidden-by-rules",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The rules forbid it, and nobody can approve it.")},
    Words{Objection::UnknownRequest, "unknown-request",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The request that this is about is not here. Please take in the request first.")},
    Words{Objection::RequestAltered, "request-altered",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The request is not the one that was decided about: it was changed.")},
    Words{Objection::ApproverIsRequester, "approver-is-requester",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Nobody approves their own request.")},
    Words{Objection::SharedDutiesForbidden, "shared-duties-forbidden",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Nobody approves their own request here, not even with a reason.")},
    Words{Objection::WrongRole, "wrong-role",
          QT_TRANSLATE_NOOP("shirushi::workflow", "This role cannot approve it.")},
    Words{Objection::WrongDepartment, "wrong-department",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Only the section of whoever asks can approve it.")},
    Words{Objection::NotDeputy, "not-deputy",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The roster names no such deputy for this day.")},
    Words{Objection::NotTheAsker, "not-the-asker",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Only whoever asked can withdraw a request.")},
    Words{Objection::NotFlagged, "not-flagged",
          QT_TRANSLATE_NOOP("shirushi::workflow", "There is nothing to countersign here.")},
    Words{Objection::CountersignerInvolved, "countersigner-involved",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Somebody else must countersign: not who asked and not who approved.")},
    Words{Objection::NotAReviewer, "not-a-reviewer",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Somebody who answers for others must countersign.")},
    Words{Objection::PaperForbidden, "paper-forbidden",
          QT_TRANSLATE_NOOP("shirushi::workflow", "This office does not take decisions on paper.")},
    Words{Objection::OtherAction, "other-action",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Something else was approved: another deed, recipient, way or ground.")},
    Words{Objection::OtherPurpose, "other-purpose",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It was approved for another purpose.")},
    Words{Objection::OtherFile, "other-file",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It was approved for other files.")},
    Words{Objection::ChangedFile, "changed-file",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The file was changed after it was asked about.")},
    Words{Objection::ChangedClass, "changed-class",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The file has another class than the one that was approved.")},
    Words{Objection::OtherPerson, "other-person",
          QT_TRANSLATE_NOOP("shirushi::workflow", "Somebody else asked for this approval.")},
    Words{Objection::NotYet, "not-yet",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It is approved for a later day.")},
    Words{Objection::Waiting, "waiting",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It is waiting for approval.")},
    Words{Objection::Refused, "refused",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It was refused.")},
    Words{Objection::Withdrawn, "withdrawn",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It was withdrawn.")},
    Words{Objection::Lapsed, "lapsed",
          QT_TRANSLATE_NOOP("shirushi::workflow", "It has lapsed. Please ask again.")},
    Words{Objection::NoRequest, "no-request",
          QT_TRANSLATE_NOOP("shirushi::workflow", "The rules want an approval, and nobody has asked for one.")},
};

constexpr bool isInOrder()
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].objection != static_cast<Objection>(i))
            return false;
    }
    return words.size() == static_cast<std::size_t>(Objection::NoRequest) + 1;
}
static_assert(isInOrder());

const Words &wordsOf(Objection objection)
{
    return words[static_cast<std::size_t>(objection)];
}

} // namespace

QString nameOf(Objection objection)
{
    return QString::fromLatin1(wordsOf(objection).name);
}

QString sentence(Objection objection)
{
    return QCoreApplication::translate("shirushi::workflow", wordsOf(objection).sentence);
}

bool isHelpedByRequest(const QString &name)
{
    using enum Objection;
    const auto helped = {NoRequest, Lapsed, Withdrawn, Refused, ChangedFile, ChangedClass, OtherFile, OtherAction,
                         OtherPurpose, OtherPerson, NeededDiffers};
    return std::any_of(helped.begin(), helped.end(), [&name](Objection objection) { return name == nameOf(objection); });
}

std::unexpected<base::Error> refusedFor(Objection objection)
{
    return base::failure(base::ErrorCode::Forbidden, nameOf(objection), sentence(objection));
}

} // namespace shirushi::workflow
