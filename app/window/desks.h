// What the window's pages ask of the office behind it.
#pragma once

namespace shirushi::approvals {
class ApprovalDesk;
class AskingDesk;
}
namespace shirushi::classify {
class LabelDesk;
}
namespace shirushi::disposals {
class DisposeDesk;
}
namespace shirushi::review {
class ReviewDesk;
}
namespace shirushi::send {
class CheckDesk;
class SendDesk;
}
namespace shirushi::vaults {
class VaultDesk;
}

namespace shirushi::window {

class FrontDoor;

struct Desks {
    FrontDoor &door;
    classify::LabelDesk &labels;
    review::ReviewDesk &review;
    approvals::ApprovalDesk &approvals;
    approvals::AskingDesk &asking;
    send::CheckDesk &check;
    send::SendDesk &sending;
    vaults::VaultDesk &vaults;
    disposals::DisposeDesk &disposals;
};

} // namespace shirushi::window
