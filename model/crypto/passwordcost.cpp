#include "crypto/seal.h"

namespace shirushi::crypto {

ScryptParameters currentScrypt()
{
    return {};
}

} // namespace shirushi::crypto
