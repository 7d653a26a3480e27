// WrapRow: widgets in one row, and those that find no room in further rows below. Window thread only.
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace shirushi::widgets {

class WrapRow final : public QLayout
{
public:
    WrapRow();
    ~WrapRow() override;

    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    int arrange(const QRect &rect, bool isReal) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace shirushi::widgets
