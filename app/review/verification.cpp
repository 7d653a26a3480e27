#include "review/verification.h"

#include <algorithm>

namespace shirushi::review {

Verification::Verification(ReviewDesk &desk, QObject *parent) : QObject(parent), m_desk(desk) {}

Verification::~Verification()
{
    if (m_work)
        m_work->cancel();
}

void Verification::begin()
{
    forget();
    m_standing = m_desk.standing();
    m_state = settled();
    start();
}

void Verification::start()
{
    if (isRunning())
        return;
    // The worker holds it too, and may be the last to: it is still there to be asked when the window has gone on.
    const std::shared_ptr<classify::Work> work(new classify::Work, [](classify::Work *done) { done->deleteLater(); });
    m_work = work.get();
    m_state = State::Running;
    m_problem.clear();
    connect(work.get(), &classify::Work::moved, this, [this](int done, int total) { Q_EMIT moved(done, total); });
    const auto look = [desk = &m_desk, work] {
        auto proof = desk->verify(*work);
        return Looked{std::move(proof), desk->standing()};
    };
    classify::inBackground(this, look, [this, work](Looked looked) {
        if (m_work == work.get())
            finish(std::move(looked));
    });
    Q_EMIT changed();
}

void Verification::finish(Looked looked)
{
    m_work.clear();
    m_standing = std::move(looked.standing);
    if (looked.proof)
        m_proof = std::move(*looked.proof);
    else if (looked.proof.error().code != base::ErrorCode::Cancelled)
        m_problem = looked.proof.error().message;
    m_state = settled();
    Q_EMIT changed();
}

void Verification::cancel()
{
    if (!isRunning())
        return;
    m_work->cancel();
    m_work.clear();
    m_state = settled();
    Q_EMIT changed();
}

void Verification::forget()
{
    if (m_work)
        m_work->cancel();
    m_work.clear();
    m_proof.reset();
    m_standing = {};
    m_problem.clear();
    m_state = State::Unknown;
}

Verification::State Verification::settled() const
{
    if (!findings().empty())
        return State::Findings;
    if (!m_problem.isEmpty())
        return State::Failed;
    return m_proof ? State::Whole : State::Unknown;
}

const std::vector<ledger::Finding> &Verification::findings() const
{
    return m_proof && !m_proof->findings.empty() ? m_proof->findings : m_standing.findings;
}

bool Verification::blocksWriting() const
{
    return std::any_of(findings().begin(), findings().end(),
                       [](const ledger::Finding &finding) { return ledger::blocksWriting(finding.kind); });
}

} // namespace shirushi::review
