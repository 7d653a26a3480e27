# shirushi_room(NAME SOURCES ... NEEDS ... LIBRARIES ...)
#
# One static library for one folder of model/. NEEDS names the rooms below it: they are the only ones it
# can include, because each room sees headers as "room/header.h" through its own model/ include path and
# tests/house/ reads the includes against the order of the house.
function(shirushi_room name)
    cmake_parse_arguments(ROOM "" "" "SOURCES;NEEDS;LIBRARIES" ${ARGN})
    add_library(shirushi_${name} STATIC ${ROOM_SOURCES})
    add_library(shirushi::${name} ALIAS shirushi_${name})
    target_include_directories(shirushi_${name} PUBLIC ${PROJECT_SOURCE_DIR}/model)
    target_link_libraries(shirushi_${name} PRIVATE shirushi_options PUBLIC Qt6::Core)
    foreach(need IN LISTS ROOM_NEEDS)
        target_link_libraries(shirushi_${name} PUBLIC shirushi::${need})
    endforeach()
    target_link_libraries(shirushi_${name} PUBLIC ${ROOM_LIBRARIES})
    shirushi_precompile(shirushi_${name} core)
endfunction()

set(SHIRUSHI_WINDOW_ROOMS widgets classify approvals review send window)

# shirushi_test(NAME SOURCES ... NEEDS ... LIBRARIES ... [TIMEOUT seconds] [LONG] [REAL_PASSWORDS])
#
# One Qt Test program, run by ctest on the offscreen platform. LONG ones run only when asked for. A password costs next
# to nothing in it unless it has REAL_PASSWORDS; which program it runs from outside stands in tests/app/cli.
function(shirushi_test name)
    cmake_parse_arguments(TEST "LONG;REAL_PASSWORDS" "TIMEOUT" "SOURCES;NEEDS;LIBRARIES" ${ARGN})
    add_executable(${name} ${TEST_SOURCES})
    target_link_libraries(${name} PRIVATE shirushi_test_options Qt6::Test ${TEST_LIBRARIES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_definitions(${name} PRIVATE
        SHIRUSHI_SOURCE_DIR="${PROJECT_SOURCE_DIR}" SHIRUSHI_BINARY_DIR="${PROJECT_BINARY_DIR}")
    foreach(need IN LISTS TEST_NEEDS)
        target_link_libraries(${name} PRIVATE shirushi::${need})
    endforeach()
    if(NOT TEST_REAL_PASSWORDS)
        target_sources(${name} PRIVATE $<TARGET_OBJECTS:shirushi_cheap_passwords>)
    endif()
    set(kind test)
    foreach(need IN LISTS TEST_NEEDS)
        if(need IN_LIST SHIRUSHI_WINDOW_ROOMS)
            set(kind window_test)
        endif()
    endforeach()
    shirushi_precompile(${name} ${kind})
    add_test(NAME ${name} COMMAND ${name})
    if(NOT TEST_TIMEOUT)
        set(TEST_TIMEOUT 600)
    endif()
    # How much longer things may take than in a release.
    set(slowness 1)
    if(SHIRUSHI_SANITIZE)
        set(slowness 8)
    endif()
    target_compile_definitions(${name} PRIVATE SHIRUSHI_SLOWNESS=${slowness})
    math(EXPR TEST_TIMEOUT "${TEST_TIMEOUT} * ${slowness}")
    # Qt Test by itself gives up on a function after five minutes.
    set_tests_properties(${name} PROPERTIES TIMEOUT ${TEST_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LANG=C.UTF-8;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=${TEST_TIMEOUT}000")
    if(TEST_LONG)
        set_tests_properties(${name} PROPERTIES LABELS long)
    endif()
endfunction()
