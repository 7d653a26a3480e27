// KeepingForm: 保存期間: how long, from when, and until when that is. Window thread only.
#pragma once

#include "policy/pack.h"
#include "vault/item.h"
#include "widgets/theme.h"

#include <QWidget>

#include <memory>

class QComboBox;

namespace shirushi::widgets {
class DateChoice;
class TextBlock;
}

namespace shirushi::vaults {

class KeepingForm : public QWidget
{
    Q_OBJECT
public:
    explicit KeepingForm(const widgets::Theme &theme, QWidget *parent = nullptr);

    void begin(std::shared_ptr<const policy::Pack> pack, const vault::Keeping &keeping);
    vault::Keeping keeping() const;

Q_SIGNALS:
    void changed();

private:
    void tell();

    std::shared_ptr<const policy::Pack> m_pack;
    QComboBox *m_years;
    widgets::DateChoice *m_origin;
    widgets::TextBlock *m_until;
};

} // namespace shirushi::vaults
