// What a command says: results on standard output, one line a trouble on standard error.
#pragma once

#include "base/error.h"
#include "policy/pack.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTextStream>

namespace shirushi::cli {

QTextStream &standardOutput();
QTextStream &standardError();

void printError(const base::Error &error);
/// Prints the error; the exit code that it stands for.
int failed(const base::Error &error);
/// "path: sentence" on standard error; for what is told and is no error.
void printNotice(const QString &path, const QString &notice);
/// Says what is wrong with the words and returns WrongUsage.
int wrongUsage(const QString &problem);

/// What --json prints, of every command: one array, indented, with a final newline. A list has its elements in it,
/// a single result is the only one.
void printJson(const QJsonArray &array);

QString line(const QString &text);

} // namespace shirushi::cli
