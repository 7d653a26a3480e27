// CheckPage: 送れるか確認: a drop and two choices, and the answer of the rules at once. Works before anybody has signed in
// and without any office; nothing is written on a file, and nothing recorded unless who is signed in asks to keep it.
// Window thread only; files are read on a worker.
#pragma once

#include "send/checkanswerpage.h"
#include "send/checkdesk.h"

#include <QStackedWidget>

#include <atomic>

namespace shirushi::send {

class CheckChoicePage;
class CheckClassifier;
class CheckStartPage;

class CheckPage : public QStackedWidget
{
    Q_OBJECT
public:
    /// Where it stands: before the door it has a way back to it.
    enum class Place { Door, Frame };
    CheckPage(const widgets::Theme &theme, CheckDesk &desk, Place place, QWidget *parent = nullptr);
    ~CheckPage() override;

    /// Files and folders: what is to be sent. Begins anew with them.
    void open(const std::vector<base::Path> &paths);
    /// Forgets what was asked, and begins anew.
    void begin();
    /// When it is shown: begins anew where the rules or the person are others now.
    void comeBack();
    /// A result is being recorded.
    bool isWorking() const { return m_keeping; }

Q_SIGNALS:
    /// Back to the door.
    void left();
    void workEnded();
    /// The answer permits it, and it is to be sent now.
    void sendWanted(const std::vector<shirushi::base::Path> &files, const QString &destination, const QString &channel,
                    const QStringList &given);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void connectPages();
    void loadLibrary();
    void take(std::vector<labelling::FileLabel> files);
    void goOn();
    void askRules();
    void askRole();
    void showStart();
    void askDestination();
    void askChannel();
    void classify();
    void showAnswer(bool anew);
    void back();
    void chooseFiles();
    void chooseFolder();
    void keep();
    QString subject() const;
    QStringList cautions() const;
    QStringList factsOfLabels() const;
    void forget();

    CheckDesk &m_desk;
    CheckStartPage *m_start;
    CheckChoicePage *m_choice;
    CheckClassifier *m_classifier;
    CheckAnswerPage *m_answer;

    const policy::Library *m_library = nullptr; // once it has been read
    bool m_loading = false;
    std::shared_ptr<const policy::Pack> m_pack;
    Asker m_asker;
    bool m_isFixed = false; // the asker is who is signed in
    enum class Open { Nothing, Rules, Role, Destination, Channel } m_open = Open::Nothing; // what the choices are for

    std::vector<base::Path> m_waiting; // until rules and role are known
    std::vector<labelling::FileLabel> m_files;
    bool m_hasClasses = false;
    policy::Classes m_classes;
    QString m_destination;
    QString m_channel;
    QStringList m_given;
    sending::Answer m_answered;
    bool m_keeping = false;
    int m_run = 0; // a worker's answer that belongs to an earlier question is dropped
    std::shared_ptr<std::atomic<bool>> m_stop; // of the reading that goes on
};

/// Whether the class that the file shows by `pack` may be believed for a check.
bool showsClass(const labelling::FileLabel &file, const policy::Pack &pack);

} // namespace shirushi::send
