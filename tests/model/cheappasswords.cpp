// In the place of model/crypto/passwordcost.cpp: a password costs a thousandth of a second here, for tests that are not
// about what it costs.
#include "crypto/seal.h"

namespace shirushi::crypto {

ScryptParameters currentScrypt()
{
    return {.log2N = 10};
}

} // namespace shirushi::crypto
