// The language the programs speak: Japanese, unless the system asks for another one that is not "C".
#pragma once

class QCoreApplication;

namespace shirushi::language {

/// Installs the translations and sets the default locale. Call once, after the application is made.
void install(QCoreApplication &application);

} // namespace shirushi::language
