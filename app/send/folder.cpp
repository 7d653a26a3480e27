#include "send/folder.h"

#include "widgets/button.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>

namespace shirushi::send {

using namespace widgets;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::send", text);
}

} // namespace

QWidget *folderRow(const base::Path &file)
{
    const QString folder = base::toDisplay(std::filesystem::is_directory(file) ? file : file.parent_path());
    auto *place = new QLineEdit(folder);
    place->setReadOnly(true);
    place->setAccessibleName(tr("Folder"));
    QPushButton *open = makeButton(tr("Open the folder(&O)"), ButtonKind::Small);
    QObject::connect(open, &QPushButton::clicked, open, [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
    auto *box = new QWidget;
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 6, 0, 2);
    row->setSpacing(10);
    row->addWidget(place, 1);
    row->addWidget(open);
    return box;
}

} // namespace shirushi::send
