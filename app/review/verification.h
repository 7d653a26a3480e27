// Verification: looks at every entry of the ledger on a worker, tells how far it is, and keeps what came of it
// for header, page and band. Window thread only.
#pragma once

#include "classify/work.h"
#include "review/reviewdesk.h"

#include <QPointer>

namespace shirushi::review {

class Verification : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Unknown, // nobody has looked since signing in
        Running,
        Whole,
        Findings, // also before everything was looked at
        Failed,   // it could not be looked at
    };

    explicit Verification(ReviewDesk &desk, QObject *parent = nullptr);
    ~Verification() override;

    /// After signing in; takes what opening the ledger has found already.
    void begin();
    void start();
    /// Ends a run; what was known before it still is.
    void cancel();
    /// When the window is locked: nothing is known any more.
    void forget();

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running; }
    const std::optional<Proof> &proof() const { return m_proof; }
    const Standing &standing() const { return m_standing; }
    /// Those of the last proof, or what opening has found.
    const std::vector<ledger::Finding> &findings() const;
    /// Is there a finding that forbids writing?
    bool blocksWriting() const;
    QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();
    void moved(int done, int total);

private:
    struct Looked {
        base::Result<Proof> proof;
        Standing standing;
    };
    void finish(Looked looked);
    State settled() const;

    ReviewDesk &m_desk;
    Standing m_standing;
    std::optional<Proof> m_proof;
    State m_state = State::Unknown;
    QString m_problem;
    QPointer<classify::Work> m_work;
};

} // namespace shirushi::review
