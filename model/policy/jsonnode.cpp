#include "policy/jsonnode.h"

#include <QCoreApplication>
#include <QSet>
#include <QStringDecoder>

#include <cmath>
#include <optional>

namespace shirushi::policy {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::policy", text);
}

// Recursive descent over UTF-16, bounded by jsonDepthLimit. After the first fault every step hands back an
// empty node at once.
class Parser
{
public:
    explicit Parser(QString text) : m_text(std::move(text)) { m_path.reserve(jsonDepthLimit); }

    std::expected<JsonNode, Fault> parse()
    {
        JsonNode root = value(0);
        skipSpace();
        if (!m_fault && m_at < m_text.size())
            fail(tr("After the end of the JSON value stands “%1”.").arg(m_text[m_at]));
        if (m_fault)
            return std::unexpected(*m_fault);
        return root;
    }

private:
    void fail(const QString &reason)
    {
        if (!m_fault)
            m_fault = Fault{m_line, pointer(), reason};
    }

    QString pointer() const
    {
        QString path;
        for (const auto &[name, index] : m_path)
            path += QStringLiteral("/") + (name.isNull() ? QString::number(index) : pointerStep(name));
        return path;
    }

    void failHere()
    {
        fail(m_at < m_text.size() ? tr("“%1” cannot stand here.").arg(m_text[m_at])
                                  : tr("The JSON text ends too early."));
    }

    void skipSpace()
    {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar character = m_text[m_at];
            if (character == u'\n')
                ++m_line;
            else if (character != u' ' && character != u'\t' && character != u'\r')
                return;
        }
    }

    bool take(QChar character)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != character)
            return false;
        ++m_at;
        return true;
    }

    JsonNode value(int depth)
    {
        skipSpace();
        JsonNode node;
        node.line = m_line;
        if (++m_nodes > jsonNodeLimit || depth >= jsonDepthLimit) {
            fail(tr("The JSON text has too many values, or they are nested too deeply."));
            return node;
        }
        if (take(u'{'))
            object(node, depth);
        else if (take(u'['))
            array(node, depth);
        else if (m_at < m_text.size() && m_text[m_at] == u'"') {
            node.kind = JsonNode::Kind::String;
            node.text = string();
        } else if (!literal(node)) {
            number(node);
        }
        return node;
    }

    void object(JsonNode &node, int depth)
    {
        node.kind = JsonNode::Kind::Object;
        if (take(u'}'))
            return;
        QSet<QString> known;
        do {
            skipSpace();
            const QString name = string();
            if (!m_fault && isKnown(node.names, known, name))
                fail(tr("“%1” is given twice.").arg(name));
            if (!m_fault && !take(u':'))
                failHere();
            if (m_fault)
                return;
            node.names.append(name);
            m_path.emplace_back(name, 0);
            node.children.push_back(value(depth + 1));
            if (m_fault)
                return;
            m_path.pop_back();
        } while (take(u','));
        if (!take(u'}'))
            failHere();
    }

    // A short list is searched as it stands; a long one, which only a hostile file has, is hashed.
    static bool isKnown(const QStringList &names, QSet<QString> &hashed, const QString &name)
    {
        constexpr qsizetype shortList = 32;
        if (names.size() < shortList)
            return names.contains(name);
        if (hashed.isEmpty())
            hashed = QSet<QString>(names.begin(), names.end());
        const bool known = hashed.contains(name);
        hashed.insert(name);
        return known;
    }

    void array(JsonNode &node, int depth)
    {
        node.kind = JsonNode::Kind::Array;
        if (take(u']'))
            return;
        do {
            m_path.emplace_back(QString(), node.children.size());
            node.children.push_back(value(depth + 1));
            if (m_fault)
                return;
            m_path.pop_back();
        } while (take(u','));
        if (!take(u']'))
            failHere();
    }

    bool literal(JsonNode &node)
    {
        const QStringView rest = QStringView(m_text).mid(m_at, 5);
        if (rest.startsWith(u"true") || rest == u"false") {
            node.kind = JsonNode::Kind::Boolean;
            node.boolean = rest[0] == u't';
        } else if (!rest.startsWith(u"null")) {
            return false;
        }
        m_at += rest[0] == u'f' ? 5 : 4;
        return true;
    }

    qsizetype digits()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9')
            ++m_at;
        return m_at - start;
    }

    bool takeAny(QStringView characters)
    {
        if (m_at >= m_text.size() || !characters.contains(m_text[m_at]))
            return false;
        ++m_at;
        return true;
    }

    // RFC 8259 section 6; QString::toDouble() alone would take more.
    void number(JsonNode &node)
    {
        const qsizetype start = m_at;
        takeAny(u"-");
        const bool zero = m_at < m_text.size() && m_text[m_at] == u'0';
        const qsizetype whole = digits();
        bool good = whole > 0 && (!zero || whole == 1);
        if (good && takeAny(u"."))
            good = digits() > 0;
        if (good && takeAny(u"eE")) {
            takeAny(u"+-");
            good = digits() > 0;
        }
        if (good)
            node.number = QStringView(m_text).mid(start, m_at - start).toDouble(&good);
        node.kind = JsonNode::Kind::Number;
        if (!good)
            failHere();
    }

    QString string()
    {
        QString text = QStringLiteral(""); // never null: an empty name is a name, too
        if (m_at >= m_text.size() || m_text[m_at] != u'"') {
            failHere();
            return text;
        }
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'"' && !m_fault;) {
            const qsizetype plain = m_at;
            while (m_at < m_text.size() && isPlain(m_text[m_at]))
                ++m_at;
            text += QStringView(m_text).mid(plain, m_at - plain);
            if (m_at < m_text.size() && m_text[m_at] == u'\\')
                text += escaped();
            else if (m_at < m_text.size() && m_text[m_at] != u'"')
                fail(tr("A text may not contain a line break or another control character."));
        }
        if (m_at >= m_text.size())
            failHere();
        ++m_at;
        if (!text.isValidUtf16())
            fail(tr("A text contains half a character."));
        return text;
    }

    static bool isPlain(QChar character)
    {
        return character.unicode() >= 0x20 && character != u'"' && character != u'\\';
    }

    QChar escaped()
    {
        static constexpr QStringView letters = u"\"\\/bfnrt";
        static constexpr QStringView meanings = u"\"\\/\b\f\n\r\t";
        ++m_at;
        const QChar letter = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (const qsizetype known = letters.indexOf(letter); known >= 0) {
            ++m_at;
            return meanings[known];
        }
        const QStringView hex = QStringView(m_text).mid(m_at + 1, 4);
        bool good = letter == u'u' && hex.size() == 4;
        for (const QChar digit : hex)
            good = good && QStringView(u"0123456789abcdefABCDEF").contains(digit);
        const ushort code = good ? hex.toUShort(nullptr, 16) : ushort(0);
        if (good)
            m_at += 5;
        else
            failHere();
        return QChar(code);
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_nodes = 0;
    std::vector<std::pair<QString, std::size_t>> m_path; // member name, or (where that is null) entry
    std::optional<Fault> m_fault;
};

} // namespace

bool JsonNode::isWhole() const
{
    return kind == Kind::Number && std::trunc(number) == number && std::abs(number) <= 2147483647.0;
}

const JsonNode *JsonNode::member(QStringView name) const
{
    const qsizetype index = kind == Kind::Object ? names.indexOf(name) : -1;
    return index < 0 ? nullptr : &children[static_cast<std::size_t>(index)];
}

std::expected<JsonNode, Fault> parseJson(const QByteArray &json)
{
    if (json.size() > jsonSizeLimit) {
        return std::unexpected(
            Fault{1, {}, tr("The file is larger than a policy pack may be (%1 bytes).").arg(jsonSizeLimit)});
    }
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    QString text = decoder.decode(json);
    if (decoder.hasError())
        return std::unexpected(Fault{1, {}, tr("The file is not written in UTF-8.")});
    return Parser(std::move(text)).parse();
}

QString pointerStep(QString name)
{
    return name.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
}

int lineAt(const JsonNode &root, const QString &pointer)
{
    const JsonNode *node = &root;
    const QStringList steps = pointer.split(u'/').mid(1);
    for (QString step : steps) {
        step.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
        bool isNumber = false;
        const std::size_t index = step.toUInt(&isNumber);
        const JsonNode *child = nullptr;
        if (node->kind == JsonNode::Kind::Object)
            child = node->member(step);
        else if (isNumber && node->kind == JsonNode::Kind::Array && index < node->children.size())
            child = &node->children[index];
        if (!child)
            break;
        node = child;
    }
    return node->line;
}

} // namespace shirushi::policy
