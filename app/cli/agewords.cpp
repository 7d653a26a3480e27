#include "cli/agewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace shirushi::cli {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

const std::map<std::string, std::string> &longNames()
{
    static const std::map<std::string, std::string> names{
        {"-r", "--recipient"}, {"-R", "--recipients-file"}, {"-i", "--identity"}, {"-a", "--armor"}};
    return names;
}

class Parser
{
public:
    explicit Parser(const std::vector<std::string> &words) : m_words(words) {}

    bool run()
    {
        for (bool isOption = true; m_at < m_words.size(); ++m_at) {
            const std::string &word = m_words[m_at];
            if (isOption && word == "--")
                isOption = false;
            else if (!isOption || word == "-" || !word.starts_with('-'))
                m_rest.push_back(word);
            else if (!takeOption(word))
                return false;
        }
        if (m_rest.size() != 2) {
            m_problem = tr("Please name two files: what is read, and what is written. \"-\" is standard input or output.");
            return false;
        }
        m_result.in = m_rest[0];
        m_result.out = m_rest[1];
        return isReadOnce();
    }

    AgeWords m_result;
    QString m_problem;

private:
    bool takeOption(const std::string &word)
    {
        const std::size_t equals = word.find('=');
        std::string name = word.substr(0, equals);
        if (const auto known = longNames().find(name); known != longNames().end())
            name = known->second;
        if (name == "--armor" && equals == std::string::npos)
            return m_result.armor = true;
        std::vector<std::string> *several = name == "--recipient"       ? &m_result.recipients
                                            : name == "--recipients-file" ? &m_result.recipientFiles
                                            : name == "--identity"        ? &m_result.identityFiles
                                                                          : nullptr;
        if (!several && name != "--passphrase-file")
            return fail(tr("%1 is not an option of this command."), name);
        if (!several && m_result.passphraseFile)
            return fail(tr("%1 was given twice."), name);
        if (equals == std::string::npos && ++m_at == m_words.size())
            return fail(tr("%1 needs a value."), name);
        std::string value = equals == std::string::npos ? m_words[m_at] : word.substr(equals + 1);
        if (several)
            several->push_back(std::move(value));
        else
            m_result.passphraseFile = std::move(value);
        return true;
    }

    bool isReadOnce()
    {
        auto count = std::count(m_result.identityFiles.begin(), m_result.identityFiles.end(), "-")
                     + std::count(m_result.recipientFiles.begin(), m_result.recipientFiles.end(), "-");
        count += m_result.in == "-" ? 1 : 0;
        count += m_result.passphraseFile == "-" ? 1 : 0;
        if (count > 1)
            m_problem = tr("Standard input can be read only once.");
        return count <= 1;
    }

    bool fail(const QString &sentence, const std::string &option)
    {
        m_problem = sentence.arg(QString::fromStdString(option));
        return false;
    }

    const std::vector<std::string> &m_words;
    std::size_t m_at = 0;
    std::vector<std::string> m_rest;
};

} // namespace

std::optional<AgeWords> AgeWords::parse(const std::vector<std::string> &words, QString &problem)
{
    Parser parser(words);
    if (!parser.run()) {
        problem = parser.m_problem;
        return std::nullopt;
    }
    return std::move(parser.m_result);
}

} // namespace shirushi::cli
