// Result<T>: a value, or the Error that says why there is none. [[nodiscard]] by std::expected's own mark
// is not given in every library, so functions that return one are marked themselves where it matters.
#pragma once

#include "base/error.h"

#include <expected>

namespace shirushi::base {

template <typename T>
using Result = std::expected<T, Error>;

/// Short for returning an error: return failure(ErrorCode::NotFound, path, tr("…")).
inline std::unexpected<Error> failure(ErrorCode code, QString subject, QString message, QString left = {})
{
    return std::unexpected(Error{code, std::move(subject), std::move(message), std::move(left)});
}

} // namespace shirushi::base
