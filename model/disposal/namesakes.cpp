#include "disposal/namesakes.h"

#include "erasure/erasure.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <map>

namespace shirushi::disposal {

std::vector<std::vector<std::size_t>> namesakesAmong(std::span<const platform::FileIdentity> files)
{
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::size_t> known;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < files.size(); ++i) {
        if (files[i].links > 1) {
            const auto [place, isNew] = known.try_emplace({files[i].device, files[i].inode}, groups.size());
            if (!isNew) {
                groups[place->second].push_back(i);
                continue;
            }
        }
        groups.push_back({i});
    }
    return groups;
}

void examine(std::span<Plan> plans)
{
    std::vector<platform::FileIdentity> files;
    std::vector<Plan *> possible;
    std::map<base::Path, Plan *> named;
    for (Plan &plan : plans) {
        if (plan.problem || !named.emplace(plan.file, &plan).second)
            continue;
        files.push_back(plan.identity);
        possible.push_back(&plan);
    }
    for (const std::vector<std::size_t> &group : namesakesAmong(files)) {
        std::vector<base::Path> all;
        std::ranges::transform(group, std::back_inserter(all), [&](std::size_t one) { return possible[one]->file; });
        const auto examined = erasure::examine(all.front(), std::span(all).subspan(1));
        for (const std::size_t one : group) {
            Plan &plan = *possible[one];
            std::ranges::remove_copy(all, std::back_inserter(plan.namesakes), plan.file);
            if (!examined)
                plan.problem = explained(examined.error(), plan.identity);
        }
    }
    for (Plan &plan : plans) { // named twice
        const Plan *first = named.contains(plan.file) ? named[plan.file] : &plan;
        plan.problem = first->problem ? first->problem : plan.problem;
        plan.namesakes = first->namesakes;
    }
}

base::Error explained(base::Error error, const platform::FileIdentity &file)
{
    if (error.code == base::ErrorCode::Unsupported && file.links > 1) {
        error.message += u' ' + QCoreApplication::translate("shirushi::disposal", "It goes where all of its names are named together; it has %1.").arg(file.links);
    }
    return error;
}

} // namespace shirushi::disposal
