#include "window/officepublishing.h"

#include "people/sight.h"
#include "send/senddesk.h"
#include "window/officeturn.h"

#include <algorithm>

namespace shirushi::window {

using base::Result;

namespace {

sending::Publication publicationFrom(const send::Plan &plan)
{
    sending::Publication publication;
    for (const approvals::AskedFile &file : plan.files)
        publication.files.push_back(file.path);
    publication.channel = plan.channel;
    publication.given = plan.given;
    publication.purpose = plan.purpose;
    publication.basis = plan.basis;
    return publication;
}

} // namespace

// Everything that needs the ledger takes its turn here.
template <typename Value, typename Use>
Result<Value> OfficePublishing::with(bool writes, Use use) const
{
    return takeTurn<Value>(m_desk, writes, [&](OpenOffice &open) {
        const base::SystemClock clock;
        sending::PublicationDesk desk({open.ledger, open.session, open.directory, open.pack, m_desk.library(), m_desk.codecs(), clock,
                                   sending::PendingPasswords(m_desk.office().folder() / "pending")});
        return use(desk, open);
    });
}

Result<sending::Published> OfficePublishing::look(const send::Plan &plan) const
{
    return with<sending::Published>(false, [&](sending::PublicationDesk &desk, OpenOffice &) { return desk.look(publicationFrom(plan)); });
}

Result<sending::Published> OfficePublishing::publish(const send::Plan &plan, const send::Publishing &publishing)
{
    return with<sending::Published>(true, [&](sending::PublicationDesk &desk, OpenOffice &) {
        sending::Publication publication = publicationFrom(plan);
        publication.place = publishing.place;
        publication.sanitised = publishing.sanitised;
        publication.acceptsHidden = publishing.acceptsHidden;
        publication.seen = publishing.seen;
        return desk.publish(publication);
    });
}

// One's own, and everybody's for those who see everything.
Result<std::vector<sending::PublicationRecord>> OfficePublishing::published() const
{
    using Records = std::vector<sending::PublicationRecord>;
    return with<Records>(false, [&](sending::PublicationDesk &desk, OpenOffice &open) -> Result<Records> {
        auto records = desk.list();
        if (!records)
            return records;
        const QString user = open.session.user();
        if (!people::seesEverything(open.directory->roster(), user, open.pack.get(), QDate::currentDate()))
            std::erase_if(*records, [&](const sending::PublicationRecord &record) { return record.by != user; });
        std::reverse(records->begin(), records->end());
        return records;
    });
}

Result<sending::Compared> OfficePublishing::compare(const base::Path &copy, const QString &id)
{
    return with<sending::Compared>(true, [&](sending::PublicationDesk &desk, OpenOffice &) { return desk.compare(copy, id); });
}

} // namespace shirushi::window
