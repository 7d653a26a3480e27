#include "cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::cli {

namespace {

bool contains(const std::vector<std::string> &names, const std::string &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

QString problemWith(const char *sentence, const std::string &option)
{
    return QCoreApplication::translate("shirushi::cli", sentence).arg(QString::fromStdString("--" + option));
}

} // namespace

std::optional<Arguments> Arguments::parse(const std::vector<std::string> &words, const OptionTable &table,
                                          QString &problem)
{
    Arguments arguments;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string &word = words[at];
        if (word == "--") {
            arguments.m_rest.insert(arguments.m_rest.end(), words.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                    words.end());
            break;
        }
        if (!word.starts_with("--")) {
            arguments.m_rest.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const bool takesValue = contains(table.withValue, name);
        if (!takesValue && (!contains(table.switches, name) || equals != std::string::npos)) {
            problem = problemWith(QT_TRANSLATE_NOOP("shirushi::cli", "%1 is not an option of this command."), name);
            return std::nullopt;
        }
        const bool again = arguments.has(name);
        if (again && !contains(table.repeated, name)) {
            problem = problemWith(QT_TRANSLATE_NOOP("shirushi::cli", "%1 was given twice."), name);
            return std::nullopt;
        }
        std::string value;
        if (equals != std::string::npos) {
            value = word.substr(equals + 1);
        } else if (takesValue) {
            if (++at == words.size()) {
                problem = problemWith(QT_TRANSLATE_NOOP("shirushi::cli", "%1 needs a value."), name);
                return std::nullopt;
            }
            value = words[at];
        }
        if (again)
            arguments.m_options[name] += "," + value;
        else
            arguments.m_options.emplace(name, std::move(value));
    }
    return arguments;
}

QString Arguments::text(const std::string &name) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? QString() : QString::fromUtf8(found->second.data(),
                                                                    static_cast<qsizetype>(found->second.size()));
}

base::Path Arguments::path(const std::string &name) const
{
    const auto found = m_options.find(name);
    return found == m_options.end() ? base::Path() : base::Path(found->second);
}

} // namespace shirushi::cli
