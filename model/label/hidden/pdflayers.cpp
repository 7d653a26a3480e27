#include "label/hidden/pdflayers.h"

namespace shirushi::label::hiddenpdf {

namespace {

constexpr int mostLayers = 20'000;

std::vector<QPDFObjectHandle> itemsOf(QPDFObjectHandle array)
{
    std::vector<QPDFObjectHandle> items;
    if (array.isArray()) {
        const int count = std::min(array.getArrayNItems(), mostLayers);
        for (int i = 0; i < count; ++i)
            items.push_back(array.getArrayItem(i));
    }
    return items;
}

} // namespace

Layers::Layers(QPDFObjectHandle catalog)
{
    QPDFObjectHandle properties = catalog.getKeyIfDict("/OCProperties");
    if (!properties.isDictionary())
        return;
    QPDFObjectHandle configuration = properties.getKeyIfDict("/D");
    QPDFObjectHandle base = configuration.getKeyIfDict("/BaseState");
    const auto groups = itemsOf(properties.getKeyIfDict("/OCGs"));
    if (base.isName() && base.getName() == "/OFF") {
        for (const QPDFObjectHandle &group : groups)
            m_off.insert(group.getObjGen());
    }
    for (const QPDFObjectHandle &group : itemsOf(configuration.getKeyIfDict("/OFF")))
        m_off.insert(group.getObjGen());
    for (const QPDFObjectHandle &group : itemsOf(configuration.getKeyIfDict("/ON")))
        m_off.erase(group.getObjGen());
    for (QPDFObjectHandle group : groups) {
        if (m_off.contains(group.getObjGen())) {
            QPDFObjectHandle name = group.getKeyIfDict("/Name");
            m_names += name.isString() ? QString::fromStdString(name.getUTF8Value()) : QString();
        }
    }
}

bool Layers::isHidden(QPDFObjectHandle content) const
{
    if (m_off.empty() || !content.isDictionary())
        return false;
    if (m_off.contains(content.getObjGen()))
        return true;
    QPDFObjectHandle groups = content.getKey("/OCGs");
    if (groups.isDictionary())
        return m_off.contains(groups.getObjGen());
    const auto all = itemsOf(groups);
    if (all.empty())
        return false;
    const auto off = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [this](const QPDFObjectHandle &group) {
        return m_off.contains(group.getObjGen());
    }));
    QPDFObjectHandle rule = content.getKey("/P");
    const std::string visible = rule.isName() ? rule.getName() : "/AnyOn";
    if (visible == "/AllOn")
        return off > 0;
    if (visible == "/AllOff")
        return off < all.size();
    return visible == "/AnyOff" ? off == 0 : off == all.size();
}

} // namespace shirushi::label::hiddenpdf
