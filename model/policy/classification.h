// Classification: a level chosen on each axis, and the texts that follow from it. Pure functions, any thread.
#pragma once

#include "base/result.h"
#include "policy/pack.h"

namespace shirushi::policy {

using Classes = std::map<QString, QString>; // axis id → level id

/// Complete and valid in `pack`? The error names the axis or level.
[[nodiscard]] base::Result<void> checkClasses(const Pack &pack, const Classes &classes);

/// 自治体機密性3B・完全性2・可用性1
QString classText(const Pack &pack, const Classes &classes);
/// What a visible mark says: the class text, with the restrictions where the pack asks for them.
QString markText(const Pack &pack, const Classes &classes, const QStringList &restrictions);
/// 【機密性3B】
QString fileNameMark(const Pack &pack, const Classes &classes);

/// The restrictions that follow from the classes, each once, in the pack's order.
std::vector<Restriction> restrictionsFor(const Pack &pack, const Classes &classes);

/// LibreOffice's classification properties for the class (urn:bails:…).
std::vector<std::pair<QString, QString>> libreOfficeProperties(const Pack &pack, const Classes &classes);

/// Lower on any axis?
bool isLowering(const Pack &pack, const Classes &before, const Classes &after);
/// The stricter level on each axis (最高度の分類).
Classes strictest(const Pack &pack, const Classes &one, const Classes &other);

/// "confidentiality=3B,integrity=2"; strict, but order and spaces around commas do not matter.
[[nodiscard]] base::Result<Classes> classesFromText(const Pack &pack, const QString &text);

} // namespace shirushi::policy
