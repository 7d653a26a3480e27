// How refusals name the rule that they follow. Pure; any thread.
#pragma once

#include "policy/pack.h"

namespace shirushi::sending {

/// " 第9条第3項「…」"; empty where there is no article.
QString articleOf(const policy::Citation &citation);

/// The first of the pack's rules that asks for this obligation in its own words; a draft (案) where none does.
policy::Citation citationFor(const policy::Pack &pack, QStringView obligation);

} // namespace shirushi::sending
