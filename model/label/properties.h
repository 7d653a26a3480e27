// The names under which a label lies in a document's custom properties (Office, OpenDocument), and how the
// whole label is cut into pieces that fit one property. Pure functions, any thread.
#pragma once

#include "label/codec.h"

namespace shirushi::label {

inline constexpr auto classProperty = u"情報資産の分類";
inline constexpr auto restrictionProperty = u"取扱制限";
inline constexpr auto labelProperty = u"Shirushi.Label"; // then Shirushi.Label.2, .3 …
inline constexpr auto markProperty = u"Shirushi.Mark"; // what a visible mark says; there while one is
inline constexpr auto beforePrefix = u"Shirushi.Before:"; // what others had under one of our names
/// LibreOffice's classification properties begin with it; the one that names the class:
inline constexpr auto interoperablePrefix = u"urn:bails:";
inline constexpr auto interoperableName = u"urn:bails:IntellectualProperty:BusinessAuthorizationCategory:Name";
inline constexpr int longestValue = 255;

using Properties = std::vector<std::pair<QString, QString>>;

/// What a stamp writes, in order: class, restrictions (if any), the label's pieces, the interoperable ones.
/// A restriction text that passes 255 characters is shortened with … (the label has it whole).
Properties propertiesOf(const Stamp &stamp);

/// The value under `name`, compared without case as Office does; empty if there is none.
QString valueOf(const Properties &properties, QStringView name);
bool hasProperty(const Properties &properties, QStringView name);

/// True for the names that are always ours: Shirushi.… .
bool isOurName(const QString &name);
bool isInteroperable(const QString &name);
/// Shirushi.Before:NAME, what others had under the name.
bool isPutAside(const QString &name);

/// Which of a document's properties our stamp wrote. The two Japanese names and urn:bails:… are ours only in a
/// file that also has Shirushi.Label, the latter if BusinessAuthorizationCategory:Name is our class text.
class Ownership
{
public:
    explicit Ownership(const Properties &all);
    bool isOurs(const QString &name) const;

private:
    bool m_labelled;
    bool m_interoperable;
};

/// The label in `properties` (any order, names compared without case as Office does); nothing if there is none.
/// An error (Damaged) if pieces are missing or it cannot be read.
[[nodiscard]] base::Result<std::optional<Label>> labelIn(const Properties &properties, const QString &subject);

/// Purview's labels among `properties` (MSIP_Label_<guid>_Name, …_Enabled, …).
std::vector<ForeignLabel> foreignLabelsIn(const Properties &properties);

/// "ours; theirs", and back. `joined` without `ours` where it stands first or alone; else `joined` as it is.
QString joinedWithOurs(const QString &ours, const QString &theirs);
QString withoutOurs(const QString &joined, const QString &ours);

} // namespace shirushi::label
