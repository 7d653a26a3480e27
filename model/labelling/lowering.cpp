#include "labelling/lowering.h"

#include <memory>
#include <mutex>

namespace shirushi::labelling {

namespace {

struct GuardedDesk {
    explicit GuardedDesk(workflow::RequestDesk open) : desk(std::move(open)) {}
    std::mutex mutex; // files are prepared by several threads
    workflow::RequestDesk desk;
};

} // namespace

std::function<base::Result<void>(const workflow::DeedPlan &)> permissionOf(workflow::RequestDesk desk)
{
    const auto guarded = std::make_shared<GuardedDesk>(std::move(desk));
    return [guarded](const workflow::DeedPlan &plan) -> base::Result<void> {
        const std::lock_guard lock(guarded->mutex);
        const auto permission = guarded->desk.permission(plan);
        return permission ? base::Result<void>() : std::unexpected(permission.error());
    };
}

} // namespace shirushi::labelling
