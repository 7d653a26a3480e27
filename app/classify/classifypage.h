// ClassifyPage: 分類する: the first page, the wizard for one file, the table for several, and the ways between
// them. Window thread only.
#pragma once

#include "classify/decision.h"
#include "widgets/section.h"
#include "widgets/theme.h"

#include <QStackedWidget>

namespace shirushi::classify {

class HomePage;
class ManyPage;
class Wizard;

class ClassifyPage : public QStackedWidget, public widgets::Section
{
    Q_OBJECT
public:
    ClassifyPage(const widgets::Theme &theme, LabelDesk &desk, QWidget *parent = nullptr);

    /// Files and folders, dropped, chosen or given on the command line. Ignored while files are being written.
    void open(const std::vector<base::Path> &paths);
    void showHome(const QString &said = {});

    void clear() override { showHome(); }
    bool isWorking() const override;
    /// After the file that is being written; workEnded() follows.
    void stop() override;

Q_SIGNALS:
    void workEnded();
    void requestWanted(const shirushi::classify::LoweringWish &wish);
    /// These belong into a vault.
    void storeWanted(const std::vector<shirushi::base::Path> &paths);

private:
    void showMany();
    void openFiles(std::vector<base::Path> files);

    LabelDesk &m_desk;
    HomePage *m_home;
    Wizard *m_wizard;
    ManyPage *m_many;
    bool m_deciding = false; // the wizard works for the table
};

} // namespace shirushi::classify
