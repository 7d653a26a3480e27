// CheckPage: 確かめる: something is looked through, with progress and a way to stop, and each finding is named. What is looked
// through, and its sentences, are given. Window thread only; it is looked at on a worker, and nothing is written.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "widgets/page.h"

#include <functional>

class QPushButton;

namespace shirushi::classify {
class ProgressRow;
class Work;
}
namespace shirushi::widgets {
class Notice;
}

namespace shirushi::vaults {

class LinesTable;

class CheckPage : public widgets::Page
{
    Q_OBJECT
public:
    struct Words {
        QString lead;
        QString doing; // while it looks
        QStringList columns;
        QString good;
        QString goodText;
        QString failed;
        QString (*found)(int findings);
    };
    CheckPage(const widgets::Theme &theme, const Words &words, QWidget *parent = nullptr);

    void clear();
    bool isWorking() const { return m_work != nullptr; }
    void stop();

Q_SIGNALS:
    void left();
    void workEnded();

protected:
    /// A line for each finding. On a worker.
    using Look = std::function<base::Result<std::vector<QStringList>>(base::Progress &progress)>;
    void start(const QString &title, Look look);

private:
    void look();
    void finish(const base::Result<std::vector<QStringList>> &findings);

    Words m_words;
    Look m_look;
    widgets::TextBlock *m_title;
    widgets::Notice *m_said;
    LinesTable *m_findings;
    classify::ProgressRow *m_progress;
    QPushButton *m_back;
    QPushButton *m_again;
    classify::Work *m_work = nullptr; // while it looks
};

} // namespace shirushi::vaults
