#include "classify/classifypage.h"

#include "classify/homepage.h"
#include "classify/manypage.h"
#include "classify/wizard.h"
#include "classify/work.h"
#include "labelling/target.h"

#include <algorithm>
#include <filesystem>

namespace shirushi::classify {

namespace {

std::vector<base::Path> filesOf(const std::vector<base::Path> &paths)
{
    std::vector<base::Path> files;
    for (const base::Path &path : paths) {
        std::error_code problem;
        if (!std::filesystem::is_directory(path, problem)) {
            files.push_back(path);
            continue;
        }
        const std::vector<base::Path> below = labelling::filesBelow(path);
        files.insert(files.end(), below.begin(), below.end());
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    return files;
}

} // namespace

ClassifyPage::ClassifyPage(const widgets::Theme &theme, LabelDesk &desk, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_home(new HomePage(theme, desk)), m_wizard(new Wizard(theme, desk)),
      m_many(new ManyPage(theme, desk))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_home, m_wizard, m_many})
        addWidget(page);
    connect(m_home, &HomePage::pathsChosen, this, &ClassifyPage::open);
    connect(m_wizard, &Wizard::finished, this, [this] { showHome(); });
    connect(m_wizard, &Wizard::aborted, this, [this] {
        if (m_deciding)
            showMany();
        else
            showHome(tr("Stopped. The file is as it was."));
        m_deciding = false;
    });
    connect(m_wizard, &Wizard::decided, this, [this](const Decision &decision) {
        m_deciding = false;
        showMany();
        m_many->setDecision(decision);
    });
    connect(m_wizard, &Wizard::requestWanted, this, &ClassifyPage::requestWanted);
    connect(m_wizard, &Wizard::storeWanted, this, &ClassifyPage::storeWanted);
    connect(m_wizard, &Wizard::workEnded, this, &ClassifyPage::workEnded);
    connect(m_many, &ManyPage::decisionWanted, this,
            [this](const std::vector<labelling::FileLabel> &files, bool directly, const QString &source) {
                m_deciding = true;
                setCurrentWidget(m_wizard);
                m_wizard->decide(files, directly, source);
            });
    connect(m_many, &ManyPage::finished, this, [this] { showHome(); });
    connect(m_many, &ManyPage::requestWanted, this, &ClassifyPage::requestWanted);
    connect(m_many, &ManyPage::storeWanted, this, &ClassifyPage::storeWanted);
    connect(m_many, &ManyPage::workEnded, this, &ClassifyPage::workEnded);
}

void ClassifyPage::open(const std::vector<base::Path> &paths)
{
    if (isWorking() || paths.empty())
        return;
    inBackground(this, [paths] { return filesOf(paths); },
                 [this](std::vector<base::Path> files) { openFiles(std::move(files)); });
}

void ClassifyPage::openFiles(std::vector<base::Path> files)
{
    m_deciding = false;
    if (files.empty()) {
        showHome(tr("There is no file in it that could be classified."));
    } else if (files.size() == 1) {
        setCurrentWidget(m_wizard);
        m_wizard->start(files.front());
    } else {
        setCurrentWidget(m_many);
        m_many->setFiles(files);
    }
}

void ClassifyPage::showMany()
{
    setCurrentWidget(m_many);
    m_many->takeFocus();
}

void ClassifyPage::showHome(const QString &said)
{
    setCurrentWidget(m_home);
    m_home->say(said);
    m_home->refresh();
    m_home->setFocus(Qt::OtherFocusReason);
}

bool ClassifyPage::isWorking() const
{
    return m_wizard->isWorking() || m_many->isWorking();
}

void ClassifyPage::stop()
{
    if (m_many->isWorking())
        m_many->stop();
}

} // namespace shirushi::classify
