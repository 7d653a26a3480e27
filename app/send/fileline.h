// FileLine: a file that is chosen, with its title, its path and the button that opens the dialogue. Window thread only.
#pragma once

#include "base/path.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;

namespace shirushi::send {

class FileLine : public QWidget
{
    Q_OBJECT
public:
    FileLine(const widgets::Theme &theme, const QString &title, QChar key, QWidget *parent = nullptr);

    base::Path path() const;
    bool isEmpty() const;
    void setPath(const base::Path &path);

Q_SIGNALS:
    void changed();

private:
    void choose();

    QString m_title;
    QLineEdit *m_path;
};

} // namespace shirushi::send
