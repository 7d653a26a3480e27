#include "send/checkpage.h"

#include "classify/decision.h"
#include "classify/droparea.h"
#include "classify/work.h"
#include "labelling/target.h"
#include "send/checkchoicepage.h"
#include "send/checkclassifier.h"
#include "send/checkstartpage.h"
#include "sending/ordercheck.h"
#include "widgets/language.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace shirushi::send {

using classify::inBackground;
using widgets::inWindowLanguage;

namespace {

// Each file once, in the order of their names; of a folder everything below it.
std::vector<labelling::FileLabel> readAll(const CheckDesk &desk, const std::vector<base::Path> &paths, const std::atomic<bool> &stop)
{
    std::vector<base::Path> files;
    for (const base::Path &path : paths) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path, ignored)) {
            const std::vector<base::Path> below = labelling::filesBelow(path);
            files.insert(files.end(), below.begin(), below.end());
        } else {
            files.push_back(path);
        }
    }
    std::sort(files.begin(), files.end());
    files.erase(std::unique(files.begin(), files.end()), files.end());
    std::vector<labelling::FileLabel> read;
    for (const base::Path &file : files) {
        if (stop)
            break;
        read.push_back(desk.read(file));
    }
    return read;
}

} // namespace

bool showsClass(const labelling::FileLabel &file, const policy::Pack &pack)
{
    return file.label && file.label->policy == pack.id && file.signature != label::SignatureState::Invalid
           && policy::checkClasses(pack, file.label->classes);
}

CheckPage::CheckPage(const widgets::Theme &theme, CheckDesk &desk, Place place, QWidget *parent)
    : QStackedWidget(parent), m_desk(desk), m_start(new CheckStartPage(theme, place == Place::Door)),
      m_choice(new CheckChoicePage(theme)), m_classifier(new CheckClassifier(theme)), m_answer(new CheckAnswerPage(theme))
{
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_choice, m_classifier, m_answer})
        addWidget(page);
    setAcceptDrops(true);
    connectPages();
}

CheckPage::~CheckPage()
{
    if (m_stop)
        *m_stop = true;
}

void CheckPage::connectPages()
{
    connect(m_start, &CheckStartPage::filesWanted, this, &CheckPage::chooseFiles);
    connect(m_start, &CheckStartPage::folderWanted, this, &CheckPage::chooseFolder);
    connect(m_start, &CheckStartPage::left, this, &CheckPage::left);
    connect(m_start, &CheckStartPage::askerWanted, this, &CheckPage::askRules);
    connect(m_start, &CheckStartPage::classWanted, this, [this] {
        forget();
        setCurrentWidget(m_classifier);
        m_classifier->pick(m_pack, {}, tr("Choose the class of what you want to send. Nothing is written anywhere."));
    });
    connect(m_choice, &CheckChoicePage::chosen, this, [this](const QString &id) {
        switch (m_open) {
        case Open::Rules: m_asker = {id, {}}; break;
        case Open::Role:
            m_asker.role = id;
            m_desk.remember(m_asker);
            break;
        case Open::Destination: m_destination = id; break;
        case Open::Channel: m_channel = id; break;
        case Open::Nothing: return;
        }
        goOn();
    });
    connect(m_choice, &CheckChoicePage::wentBack, this, &CheckPage::back);
    connect(m_choice, &CheckChoicePage::aborted, this, [this] {
        if (m_open == Open::Rules)
            back();
        else
            begin();
    });
    connect(m_classifier, &CheckClassifier::classified, this, [this](const policy::Classes &classes) {
        m_classes = m_hasClasses ? policy::strictest(*m_pack, m_classes, classes) : classes;
        m_hasClasses = true;
        askDestination();
    });
    connect(m_classifier, &CheckClassifier::wentBack, this, &CheckPage::begin);
    connect(m_classifier, &CheckClassifier::aborted, this, &CheckPage::begin);
    connect(m_answer, &CheckAnswerPage::wentBack, this, &CheckPage::askChannel);
    connect(m_answer, &CheckAnswerPage::againWanted, this, &CheckPage::begin);
    connect(m_answer, &CheckAnswerPage::keepWanted, this, &CheckPage::keep);
    const auto ask = [this](QString CheckPage::*what) {
        return [this, what](const QString &id) {
            this->*what = id;
            showAnswer(false);
        };
    };
    connect(m_answer, &CheckAnswerPage::destinationChosen, this, ask(&CheckPage::m_destination));
    connect(m_answer, &CheckAnswerPage::channelChosen, this, ask(&CheckPage::m_channel));
    connect(m_answer, &CheckAnswerPage::roleChosen, this, [this](const QString &id) {
        m_asker.role = id;
        m_desk.remember(m_asker);
        showAnswer(false);
    });
    connect(m_answer, &CheckAnswerPage::stated, this, [this](const QString &fact, bool on) {
        m_given.removeAll(fact);
        if (on)
            m_given += fact;
        showAnswer(false);
    });
    connect(m_answer, &CheckAnswerPage::sendWanted, this, [this] {
        std::vector<base::Path> paths;
        for (const labelling::FileLabel &file : m_files)
            paths.push_back(file.path);
        Q_EMIT sendWanted(paths, m_destination, m_channel, m_given);
    });
}

void CheckPage::open(const std::vector<base::Path> &paths)
{
    if (paths.empty() || m_keeping)
        return;
    forget();
    m_waiting = paths;
    goOn();
}

void CheckPage::begin()
{
    if (m_keeping)
        return;
    forget();
    m_waiting.clear();
    m_open = Open::Nothing;
    if (m_asker.role.isEmpty())
        m_asker = {};
    goOn();
}

void CheckPage::comeBack()
{
    const auto signedIn = m_desk.signedIn();
    if (!m_library || (signedIn && *signedIn != m_asker) || (!signedIn && m_isFixed))
        begin();
    else
        (focusWidget() ? focusWidget() : currentWidget())->setFocus(Qt::OtherFocusReason);
}

void CheckPage::forget()
{
    ++m_run;
    if (m_stop)
        *m_stop = true;
    m_files.clear();
    m_hasClasses = false;
    m_classes.clear();
    m_destination.clear();
    m_channel.clear();
    m_given.clear();
    m_start->setBusy({});
    m_start->setProblem({});
}

// The packs are read when the first check begins, so that the window stands soon.
void CheckPage::loadLibrary()
{
    m_start->setBusy(tr("Reading the rules …"));
    setCurrentWidget(m_start);
    if (std::exchange(m_loading, true))
        return;
    inBackground(this, [desk = &m_desk] { return &desk->library(); },
                 [this](const policy::Library *library) {
                     m_library = library;
                     m_start->setBusy({});
                     goOn();
                 });
}

// To the first thing that is not known yet.
void CheckPage::goOn()
{
    if (!m_library) {
        loadLibrary();
        return;
    }
    if (const auto signedIn = m_desk.signedIn()) {
        m_asker = *signedIn;
        m_isFixed = true;
    } else if (m_isFixed || (m_asker.policy.isEmpty() && m_open == Open::Nothing)) {
        m_asker = m_desk.remembered();
        m_isFixed = false;
    }
    m_pack = m_library->find(m_asker.policy);
    if (!m_pack)
        askRules();
    else if (!m_pack->role(m_asker.role))
        askRole();
    else if (!m_hasClasses)
        showStart();
    else if (m_destination.isEmpty())
        askDestination();
    else if (m_channel.isEmpty())
        askChannel();
    else
        showAnswer(true);
}

void CheckPage::askRules()
{
    std::vector<Offer> offers;
    const auto packs = m_library->packs();
    for (const auto &pack : packs)
        offers.push_back({pack->id, inWindowLanguage(pack->shortTitle), inWindowLanguage(pack->title)});
    m_open = Open::Rules;
    setCurrentWidget(m_choice);
    m_choice->setQuestion({tr("Which rules are yours?"), tr("This is asked once. You can change it later."), {}, offers, m_asker.policy,
                           -1, true});
}

void CheckPage::askRole()
{
    m_open = Open::Role;
    setCurrentWidget(m_choice);
    m_choice->setQuestion({tr("As who do you ask?"), tr("This is asked once. You can change it later."),
                           inWindowLanguage(m_pack->title), roleOffers(*m_pack), m_pack->appliesTo.value(0), -1, true});
}

void CheckPage::showStart()
{
    m_open = Open::Nothing;
    setCurrentWidget(m_start);
    m_start->setAsker(inWindowLanguage(m_pack->title), classify::roleText(*m_pack, m_asker.role), !m_isFixed);
    m_start->setFocus(Qt::OtherFocusReason);
    if (m_waiting.empty())
        return;
    m_start->setBusy(tr("Looking at the files …"));
    m_stop = std::make_shared<std::atomic<bool>>(false);
    inBackground(this,
                 [desk = &m_desk, paths = std::exchange(m_waiting, {}), stop = m_stop] { return readAll(*desk, paths, *stop); },
                 [this, run = m_run](std::vector<labelling::FileLabel> files) {
                     if (run == m_run)
                         take(std::move(files));
                 });
}

void CheckPage::take(std::vector<labelling::FileLabel> files)
{
    m_start->setBusy({});
    m_start->setFocus(Qt::OtherFocusReason);
    if (files.empty()) {
        m_start->setProblem(tr("There is no file in it"));
        return;
    }
    const auto unreadable = std::find_if(files.begin(), files.end(), [](const labelling::FileLabel &file) { return file.problem.has_value(); });
    if (unreadable != files.end()) {
        m_start->setProblem(tr("%1 cannot be read").arg(classify::fileName(unreadable->path)),
                            unreadable->problem->message + u'\n' + tr("You can choose its class without the file."));
        return;
    }
    m_files = std::move(files);
    std::vector<labelling::FileLabel> shown;
    std::copy_if(m_files.begin(), m_files.end(), std::back_inserter(shown),
                 [this](const labelling::FileLabel &file) { return showsClass(file, *m_pack); });
    if (const auto highest = labelling::LabelReader::strictest(*m_pack, shown)) {
        m_classes = *highest;
        m_hasClasses = true;
    }
    if (shown.size() == m_files.size())
        askDestination();
    else
        classify();
}

// One walk for all that show no class: who answers has the most delicate of them in mind.
void CheckPage::classify()
{
    QStringList names;
    for (const labelling::FileLabel &file : m_files) {
        if (!showsClass(file, *m_pack))
            names += classify::fileName(file.path);
    }
    setCurrentWidget(m_classifier);
    const QString what = names.size() == 1 ? tr("%1 shows no class by these rules").arg(names.front())
                                           : tr("%n files show no class by these rules. Answer for the most delicate of them.", nullptr,
                                                static_cast<int>(names.size()));
    m_classifier->ask(m_pack, what);
}

QString CheckPage::subject() const
{
    const QString classes = policy::classText(*m_pack, m_classes);
    if (m_files.empty())
        return classes;
    const QString files = m_files.size() == 1 ? classify::fileName(m_files.front().path)
                                              : tr("%n files", nullptr, static_cast<int>(m_files.size()));
    return tr("%1 (%2)").arg(files, classes);
}

void CheckPage::askDestination()
{
    m_open = Open::Destination;
    setCurrentWidget(m_choice);
    m_choice->setQuestion({tr("To whom?"), {}, subject(), destinationOffers(), m_destination, 1, true});
}

void CheckPage::askChannel()
{
    m_open = Open::Channel;
    setCurrentWidget(m_choice);
    m_choice->setQuestion({tr("How?"), {}, subject() + tr(" to: %1").arg(destinationName(m_destination)), channelOffers(), m_channel, 2,
                           true});
}

QStringList CheckPage::cautions() const
{
    QStringList lines;
    for (const labelling::FileLabel &file : m_files) {
        const QString name = classify::fileName(file.path);
        if (!showsClass(file, *m_pack))
            lines += tr("%1: classified only for this check").arg(name);
        else if (file.content == labelling::ContentState::Changed)
            lines += tr("%1: changed after it was classified").arg(name);
        else if (file.signature != label::SignatureState::Valid)
            lines += tr("%1: who gave the class could not be verified").arg(name);
    }
    constexpr qsizetype most = 3;
    if (lines.size() > most) {
        const auto rest = static_cast<int>(lines.size() - most);
        lines = lines.mid(0, most);
        lines += tr("and %n more", nullptr, rest);
    }
    return lines;
}

// What the network domains on the labels state for this way; as the sending itself and `check send` have it.
QStringList CheckPage::factsOfLabels() const
{
    QStringList facts;
    for (const labelling::FileLabel &file : m_files) {
        if (file.label && file.signature != label::SignatureState::Invalid)
            facts += sending::factsOfDomain(*m_pack, file.label->domain, m_channel);
    }
    facts.removeDuplicates();
    return facts;
}

void CheckPage::showAnswer(bool anew)
{
    m_open = Open::Nothing;
    const QStringList known = factsOfLabels();
    const auto ask = [&] {
        QStringList given = m_given + known;
        given.removeDuplicates();
        m_answered = sending::check(*m_library, m_pack, {m_asker.role, m_destination, m_channel, m_classes, given});
    };
    ask();
    // What no longer matters is no longer stated.
    const auto matters = [this](const QString &fact) {
        return std::any_of(m_answered.facts.begin(), m_answered.facts.end(), [&](const policy::Fact &one) { return one.id == fact; });
    };
    const auto idle = std::remove_if(m_given.begin(), m_given.end(), [&](const QString &fact) { return !matters(fact); });
    if (idle != m_given.end()) {
        m_given.erase(idle, m_given.end());
        ask();
    }
    CheckAnswerPage::Shown shown;
    shown.words = wordsOf(m_answered, *m_pack, m_classes);
    shown.question = {m_pack, m_asker.role, m_classes, {}, cautions(), m_destination, m_channel, m_isFixed};
    for (const labelling::FileLabel &file : m_files)
        shown.question.files += classify::fileName(file.path);
    // Nobody is asked for what a label says.
    shown.facts = offeredFacts(m_answered);
    std::erase_if(shown.facts, [&](const policy::Fact &fact) { return known.contains(fact.id); });
    shown.given = m_given;
    shown.mayKeep = m_isFixed;
    shown.maySend = m_isFixed && !m_files.empty() && m_answered.verdict.ruling != policy::Ruling::Forbidden;
    setCurrentWidget(m_answer);
    m_answer->setShown(shown, anew);
}

void CheckPage::back()
{
    switch (m_open) {
    case Open::Channel: askDestination(); break;
    case Open::Role:
        m_asker = {};
        askRules();
        break;
    case Open::Destination: begin(); break;
    case Open::Rules: {
        const Asker before = m_desk.remembered();
        if (before.policy.isEmpty() || before.role.isEmpty()) {
            Q_EMIT left();
        } else {
            m_asker = before;
            begin();
        }
        break;
    }
    case Open::Nothing: break;
    }
}

void CheckPage::keep()
{
    if (m_keeping)
        return;
    m_keeping = true;
    m_answer->setKeeping();
    const sending::Checked checked{m_pack->id, m_classes, m_answered, m_files};
    inBackground(this, [desk = &m_desk, checked] { return desk->keep(checked); },
                 [this](const base::Result<void> &kept) {
                     m_keeping = false;
                     m_answer->setKept(kept ? QString() : kept.error().message);
                     Q_EMIT workEnded();
                 });
}

void CheckPage::chooseFiles()
{
    const QStringList names = QFileDialog::getOpenFileNames(this, tr("Choose what you want to send"));
    std::vector<base::Path> paths;
    for (const QString &name : names)
        paths.push_back(base::toPath(name));
    open(paths);
}

void CheckPage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose a folder that you want to send"));
    if (!folder.isEmpty())
        open({base::toPath(folder)});
}

void CheckPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_keeping)
        event->acceptProposedAction();
}

void CheckPage::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(classify::droppedFiles(*event->mimeData()));
}

} // namespace shirushi::send
