// PackExtras: what is said of a parcel beside its form: the certificates that it is made for, why it goes without
// encryption, how it was sanitised 無害化, whether a cover sheet 送付書 lies in front. Shows what the form and the rules ask
// for and nothing else. Window thread only.
#pragma once

#include "send/senddesk.h"
#include "widgets/theme.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace shirushi::widgets {
class CheckLine;
class TextBlock;
}

namespace shirushi::send {

class FileLine;

class PackExtras : public QWidget
{
    Q_OBJECT
public:
    explicit PackExtras(const widgets::Theme &theme, QWidget *parent = nullptr);

    void begin(const Prospect &prospect);
    void clear();
    /// Nothing: without encryption.
    void setFormat(std::optional<sending::ParcelFormat> format);
    /// What must still be said; empty: nothing.
    QString missing() const;
    void fill(Packing &packing) const;
    void setCertificates(const base::Path &recipient, const base::Path &own, const base::Path &key);

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QWidget *box;
        widgets::TextBlock *note;
        QLineEdit *edit;
    };
    Line addLine(const QString &title);
    FileLine *addFileLine(QVBoxLayout *column, const QString &title, QChar key);

    const widgets::Theme &m_theme;
    QWidget *m_certificates;
    FileLine *m_recipient;
    FileLine *m_own;
    FileLine *m_key;
    Line m_reason;
    Line m_sanitised;
    widgets::CheckLine *m_cover;
    Line m_contact;
    std::optional<sending::ParcelFormat> m_format = sending::ParcelFormat::Zip;
    bool m_wantsReason = false;
    bool m_wantsSanitising = false;
};

} // namespace shirushi::send
