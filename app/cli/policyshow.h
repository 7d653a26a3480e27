// A pack for people to read, and as JSON: what it says (show), and what Shirushi does about each article
// (coverage, the 条文対応表). Pure; any thread.
#pragma once

#include "policy/pack.h"

#include <QJsonArray>

namespace shirushi::cli {

QString packText(const policy::Pack &pack);
QJsonArray packJson(const policy::Pack &pack);

QString coverageText(const policy::Pack &pack);
QJsonArray coverageJson(const policy::Pack &pack);

/// Where an answer leads, in a few words.
QString outcomeText(const policy::Outcome &outcome);

/// In the language the program speaks.
QString spoken(const policy::Text &text);

} // namespace shirushi::cli
