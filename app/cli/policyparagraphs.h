// Paragraphs that the texts about a pack are put together from. Pure; any thread.
#pragma once

#include "policy/pack.h"

namespace shirushi::cli {

/// A line of its own, underlined, after an empty one.
QString heading(const QString &title);
/// "label: text", wrapped; nothing where the text is empty.
QString labelled(const QString &label, const QString &text, int indent);
QString cited(const policy::Citation &citation);
/// Its title and its id; the id alone where the pack has no such role.
QString roleName(const policy::Pack &pack, const QString &id);
/// When a rule speaks; facts by their titles.
QString conditionText(const policy::Pack &pack, const policy::Condition &condition);

/// Who is asked for what, designation, separation of duties, passwords, idle time, retention, kinds of document.
QString officeText(const policy::Pack &pack);

} // namespace shirushi::cli
