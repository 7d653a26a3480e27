// HelpPage: the help, one topic a file of resources/help, each with its first line as its title. Window thread
// only.
#pragma once

#include "widgets/section.h"
#include "widgets/theme.h"

#include <QWidget>

class QListView;
class QStringListModel;
class QTextBrowser;
class QUrl;

namespace shirushi::window {

class HelpPage : public QWidget, public widgets::Section
{
    Q_OBJECT
public:
    explicit HelpPage(const widgets::Theme &theme, QWidget *parent = nullptr);
    void comeBack() override;

private:
    void showTopic(int row);
    void follow(const QUrl &link);

    const widgets::Theme &m_theme;
    QListView *m_list;
    QStringListModel *m_topics;
    QTextBrowser *m_text;
};

} // namespace shirushi::window
