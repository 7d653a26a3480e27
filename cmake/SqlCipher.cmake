# SQLCipher 4.5.6 or newer, as a static library with hidden symbols: were plain SQLite found first at link
# or load time, "PRAGMA key" would succeed and the file would be plaintext.
find_library(SQLCIPHER_STATIC NAMES libsqlcipher.a REQUIRED)
find_path(SQLCIPHER_INCLUDE sqlcipher/sqlite3.h REQUIRED)
add_library(SqlCipher INTERFACE)
target_include_directories(SqlCipher SYSTEM INTERFACE ${SQLCIPHER_INCLUDE}/sqlcipher)
target_compile_definitions(SqlCipher INTERFACE SQLITE_HAS_CODEC)
target_link_libraries(SqlCipher INTERFACE ${SQLCIPHER_STATIC} OpenSSL::Crypto ${CMAKE_DL_LIBS} m)
target_link_options(SqlCipher INTERFACE -Wl,--exclude-libs,libsqlcipher.a)
