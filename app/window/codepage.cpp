#include "window/codepage.h"

#include "platform/replacement.h"
#include "widgets/button.h"
#include "widgets/checkline.h"
#include "widgets/textblock.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPdfWriter>
#include <QTextDocument>
#include <QVBoxLayout>

namespace shirushi::window {

using namespace widgets;

CodePage::CodePage(const Theme &theme, const Founded &founded)
    : DoorPage(theme, tr("The recovery code"),
               tr("It is shown this once. It opens the ledger when a password is lost: write it down or print it, and keep it "
                  "in a sealed envelope in the safe."),
               tr("Go on(&S)")),
      m_founded(founded), m_isSafe(new CheckLine(theme, tr("The code is in the safe, or on its way there"))),
      m_said(new TextBlock(theme, TextKind::Small, {}, Ink::Dim))
{
    auto *code = new TextBlock(theme, TextKind::Lead, founded.recoveryCode);
    code->setAccessibleName(tr("The recovery code"));
    column()->addWidget(code);
    auto *row = new QHBoxLayout;
    auto *copy = makeButton(tr("Copy(&C)"), ButtonKind::Plain);
    auto *sheet = makeButton(tr("Print as PDF(&P)"), ButtonKind::Plain);
    row->addWidget(copy);
    row->addWidget(sheet);
    row->addStretch(1);
    column()->addLayout(row);
    column()->addWidget(m_said);
    column()->addSpacing(10);
    column()->addWidget(new TextBlock(theme, TextKind::Heading, tr("Fingerprint of the office")));
    column()->addWidget(new TextBlock(theme, TextKind::Lead, founded.fingerprint));
    column()->addWidget(new TextBlock(theme, TextKind::Small,
                                      tr("Who joins compares it with you by telephone. It is no secret and stands in the settings."),
                                      Ink::Dim));
    column()->addSpacing(10);
    column()->addWidget(m_isSafe);
    m_said->hide();
    action()->setEnabled(false);
    connect(m_isSafe, &QAbstractButton::toggled, action(), &QWidget::setEnabled);
    connect(action(), &QPushButton::clicked, this, &CodePage::done);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_founded.recoveryCode);
        m_said->setText(tr("Copied. Please overwrite the clipboard afterwards."));
        m_said->show();
    });
    connect(sheet, &QPushButton::clicked, this, &CodePage::printWhereChosen);
    setFocusProxy(copy);
}

void CodePage::printWhereChosen()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Print as PDF"), tr("Recovery code.pdf"), QStringLiteral("PDF (*.pdf)"));
    if (chosen.isEmpty())
        return;
    const auto printed = print(base::toPath(chosen), m_founded);
    m_said->setText(printed ? tr("Saved. Print it, and delete the file afterwards.") : printed.error().message);
    m_said->show();
}

base::Result<void> CodePage::print(const base::Path &file, const Founded &founded)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageSize(QPageSize(QPageSize::A4));
        writer.setTitle(tr("The recovery code"));
        QTextDocument document;
        document.setDefaultFont(Theme::font(TextKind::Body));
        document.setHtml(QStringLiteral("<h1>%1</h1><p>%2</p><p style='font-size:24pt'>%3</p><p>%4<br>%5</p>")
                             .arg(tr("The recovery code").toHtmlEscaped(),
                                  tr("It opens the ledger when a password is lost. Keep it in a sealed envelope in the safe.").toHtmlEscaped(),
                                  founded.recoveryCode.toHtmlEscaped(), tr("Fingerprint of the office").toHtmlEscaped(),
                                  founded.fingerprint.toHtmlEscaped()));
        document.print(&writer);
    }
    return platform::writeFile(file, bytes);
}

} // namespace shirushi::window
