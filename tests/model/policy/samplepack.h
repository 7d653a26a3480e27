// A small but complete pack, one member a line where a test wants to break it, with the proviso, the referral
// and the inheritance that the real ones have.
#pragma once

#include "policy/loadpack.h"

#include <memory>

namespace shirushi::policy::sample {

/// Has no faults.
QByteArray json();

/// The sample with the only occurrence of `what` replaced; empty where it is not there or not alone, so that a
/// vector cannot pass by breaking nothing.
QByteArray with(const QByteArray &what, const QByteArray &instead);

std::shared_ptr<const Pack> pack();

/// 1 for the first line; of the first occurrence of `what` in `text`.
int lineOf(const QByteArray &text, const QByteArray &what);

} // namespace shirushi::policy::sample
