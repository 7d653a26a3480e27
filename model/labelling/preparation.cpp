#include "labelling/preparation.h"

#include "labelling/entrydrafts.h"
#include "labelling/filenamemark.h"
#include "labelling/labelmaker.h"
#include "labelling/target.h"
#include "labelling/versionwriter.h"
#include "platform/attributes.h"

#include <QCoreApplication>

namespace shirushi::labelling {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::labelling", text);
}

// A file that is replaced parts from its other names; an attribute belongs to the file under every name.
QString aboutOtherNames(const Deed &deed)
{
    if (deed.kind != Deed::Kind::Rewrite && platform::holdsAttributes(deed.target))
        return tr("The file has other names (hard links); they show this label, too.");
    return tr("The file has other names (hard links); those keep the file without this label.");
}

// Where the file is afterwards, in the words in which it was ordered.
base::Path asNamed(const base::Path &path, const Deed &deed)
{
    if (deed.newTarget == deed.target)
        return path;
    return path.filename() == deed.target.filename() ? path.parent_path() / deed.newTarget.filename() : deed.newTarget;
}

Prepared failed(const base::Path &path, const base::Error &error)
{
    Prepared prepared;
    prepared.outcome.path = prepared.outcome.newPath = path;
    prepared.outcome.error = error;
    if (error.code == base::ErrorCode::Forbidden)
        prepared.outcome.objection = error.subject;
    prepared.outcome.error->subject = base::toDisplay(path); // as it was named, not as it was found
    return prepared;
}

} // namespace

Prepared Preparation::stamp(const LabelOrder &order) const
{
    auto prepared = tryStamp(order);
    return prepared ? std::move(*prepared) : failed(order.path, prepared.error());
}

Prepared Preparation::removal(const base::Path &path, const QString &reason) const
{
    auto prepared = tryRemoval(path, reason);
    return prepared ? std::move(*prepared) : failed(path, prepared.error());
}

base::Result<Prepared> Preparation::tryStamp(const LabelOrder &order) const
{
    const auto target = labelTarget(order.path);
    if (!target)
        return std::unexpected(target.error());
    auto source = platform::FileSource::open(*target);
    if (!source)
        return std::unexpected(source.error());
    source->hold();
    const FileLabel before = LabelReader(m_parts.codecs, m_parts.keys).readForLabelling(*target);
    const LabelMaker maker(m_pack, m_parts);
    if (const auto checked = maker.check(order, before); !checked)
        return std::unexpected(checked.error());
    auto label = maker.make(order, before);
    if (!label)
        return std::unexpected(label.error());

    Prepared prepared;
    prepared.outcome.path = order.path;
    prepared.outcome.label = std::move(*label);
    prepared.original = std::move(*source);
    prepared.deed.target = *target;
    prepared.deed.before = before.sha256;
    if (const auto written = VersionWriter(m_pack, m_parts).write(order, prepared); !written)
        return std::unexpected(written.error());
    if (prepared.original->identity().links > 1)
        prepared.outcome.notices += aboutOtherNames(prepared.deed);
    prepared.outcome.newPath = asNamed(order.path, prepared.deed);
    prepared.draft = labelDraft(order, before.label, *prepared.outcome.label, prepared.deed.newTarget, prepared.deed.after);
    prepared.questions = questionDrafts(order, prepared.draft);
    return prepared;
}

base::Result<Prepared> Preparation::tryRemoval(const base::Path &path, const QString &reason) const
{
    const auto target = labelTarget(path);
    if (!target)
        return std::unexpected(target.error());
    auto source = platform::FileSource::open(*target);
    if (!source)
        return std::unexpected(source.error());
    const FileLabel before = LabelReader(m_parts.codecs, m_parts.keys).read(*target);
    Prepared prepared;
    prepared.outcome.path = prepared.outcome.newPath = path;
    if (before.status != FileStatus::Labelled && !before.malformed) {
        prepared.outcome.unchanged = true;
        prepared.outcome.notices += tr("The file has no label.");
        return prepared;
    }
    if (const auto checked = LabelMaker(m_pack, m_parts).checkLowering(before, {}, reason); !checked)
        return std::unexpected(checked.error());
    prepared.original = std::move(*source);
    prepared.deed = {Deed::Kind::RemoveSidecar, *target, withoutMark(*target, m_parts.nameMarks), {}, before.sha256,
                     before.sha256};
    if (const auto taken = VersionWriter(m_pack, m_parts).takeOut(prepared); !taken)
        return std::unexpected(taken.error());
    prepared.dropSidecar = true;
    prepared.outcome.newPath = asNamed(path, prepared.deed);
    prepared.draft = removalDraft(before.label, prepared.deed.newTarget, prepared.deed.after, reason);
    return prepared;
}

} // namespace shirushi::labelling
