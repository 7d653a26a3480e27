# One interface target carries what every target of ours is compiled with.
add_library(shirushi_options INTERFACE)
target_compile_options(shirushi_options INTERFACE -Wall -Wextra -Wconversion -Wshadow -Werror)
target_compile_definitions(shirushi_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH QT_NO_KEYWORDS
    QT_USE_QSTRINGBUILDER)

# What the programs of the tests are compiled with beyond that: they are built oftener than they run.
add_library(shirushi_test_options INTERFACE)
target_link_libraries(shirushi_test_options INTERFACE shirushi_options)
target_compile_options(shirushi_test_options INTERFACE $<$<CONFIG:Release>:-O1>)

option(SHIRUSHI_HARDENED "Compile with the hardening a release ships with" OFF)
if(SHIRUSHI_HARDENED)
    include(CheckPIESupported)
    check_pie_supported()
    set(CMAKE_POSITION_INDEPENDENT_CODE ON)
    target_compile_options(shirushi_options INTERFACE
        -fstack-protector-strong -fstack-clash-protection -fcf-protection -ftrivial-auto-var-init=zero)
    target_compile_definitions(shirushi_options INTERFACE _FORTIFY_SOURCE=2 _GLIBCXX_ASSERTIONS)
    target_link_options(shirushi_options INTERFACE -Wl,-z,relro,-z,now -Wl,-z,noexecstack)
endif()

option(SHIRUSHI_SANITIZE "Compile with the address and undefined behaviour sanitizers" OFF)
if(SHIRUSHI_SANITIZE)
    target_compile_options(shirushi_options INTERFACE
        -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(shirushi_options INTERFACE -fsanitize=address,undefined)
endif()

option(SHIRUSHI_LIBFUZZER "Compile for libFuzzer and both sanitizers; wants clang 19 or newer" OFF)
if(SHIRUSHI_LIBFUZZER)
    # libstdc++ 12 uses in std::stable_sort what it calls deprecated itself, and clang says so.
    target_compile_options(shirushi_options INTERFACE -Wno-deprecated-declarations
        -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(shirushi_options INTERFACE -fsanitize=address,undefined)
endif()
