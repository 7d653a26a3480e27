# What nearly every source includes is read once for all of them: a build of everything takes about two thirds of the
# time. Four kinds, because a precompiled header holds only for sources that are compiled in the same way.
option(SHIRUSHI_PRECOMPILE "Precompile what most sources include. Off: sources that forgot an include are found" ON)

# So that one header serves tests in different folders. Only QFINDTESTDATA would want the folders; no test uses it.
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS QT_TESTLIB_LIB)

set(core_headers <algorithm> <array> <cstdint> <expected> <filesystem> <functional> <map> <memory> <optional> <set> <span>
    <string> <string_view> <utility> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QFile> <QJsonArray> <QJsonDocument> <QJsonObject> <QString> <QStringList>)
set(window_headers <QAbstractTableModel> <QButtonGroup> <QComboBox> <QFrame> <QHBoxLayout> <QKeyEvent> <QLabel> <QLineEdit>
    <QPainter> <QPushButton> <QStackedWidget> <QTableView> <QTimer> <QVBoxLayout>)
set(test_headers <QDir> <QProcess> <QStandardPaths> <QTemporaryDir> <QTest>)

# shirushi_precompiled(KIND HEADERS ... LIBRARIES ...)
function(shirushi_precompiled kind)
    if(NOT SHIRUSHI_PRECOMPILE)
        return()
    endif()
    cmake_parse_arguments(PART "" "" "HEADERS;LIBRARIES" ${ARGN})
    set(source ${CMAKE_CURRENT_BINARY_DIR}/precompiled/${kind}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "")
    add_library(shirushi_precompiled_${kind} OBJECT ${source})
    set_target_properties(shirushi_precompiled_${kind} PROPERTIES AUTOMOC OFF)
    target_link_libraries(shirushi_precompiled_${kind} PRIVATE shirushi_options ${PART_LIBRARIES})
    target_precompile_headers(shirushi_precompiled_${kind} PRIVATE ${PART_HEADERS})
endfunction()

# shirushi_precompile(TARGET KIND)
function(shirushi_precompile target kind)
    if(SHIRUSHI_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM shirushi_precompiled_${kind})
    endif()
endfunction()

shirushi_precompiled(core HEADERS ${core_headers} LIBRARIES Qt6::Core)
shirushi_precompiled(window HEADERS ${core_headers} ${window_headers} LIBRARIES Qt6::Widgets)
if(BUILD_TESTING)
    shirushi_precompiled(test HEADERS ${core_headers} ${test_headers} LIBRARIES shirushi_test_options Qt6::Test)
    shirushi_precompiled(window_test HEADERS ${core_headers} ${window_headers} ${test_headers}
        LIBRARIES shirushi_test_options Qt6::Widgets Qt6::Test)
endif()
