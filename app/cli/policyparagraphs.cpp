#include "cli/policyparagraphs.h"

#include "cli/policyshow.h"
#include "cli/terminaltext.h"

#include <QCoreApplication>
#include <QLocale>

namespace shirushi::cli {

namespace {

using namespace policy;

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::cli", text);
}

QStringList titlesOf(const Pack &pack, const QStringList &facts)
{
    QStringList titles;
    for (const QString &id : facts) {
        const Fact *fact = pack.fact(id);
        titles << (fact ? spoken(fact->title) + QStringLiteral(" [") + id + u']' : id);
    }
    return titles;
}

} // namespace

QString heading(const QString &title)
{
    return u'\n' + plain(title) + u'\n' + QString(columns(title), u'-') + u'\n';
}

QString labelled(const QString &label, const QString &text, int indent)
{
    return text.isEmpty() ? QString() : wrapped(label + QStringLiteral(": ") + text, indent);
}

QString cited(const Citation &citation)
{
    QString text = citation.article;
    if (citation.draft)
        text += tr(" (draft)");
    if (!citation.quote.isEmpty())
        text += QStringLiteral("「") + citation.quote + QStringLiteral("」");
    return text;
}

QString roleName(const Pack &pack, const QString &id)
{
    const Role *role = pack.role(id);
    return role ? spoken(role->title) + QStringLiteral(" [") + id + u']' : id;
}

QString conditionText(const Pack &pack, const Condition &condition)
{
    QStringList parts = {condition.actions.join(u'/')};
    for (const auto &[axis, levels] : condition.classes)
        parts << axis + u'=' + levels.join(u'/');
    const std::pair<QString, QStringList> facets[] = {{tr("by"), condition.roles},
                                                      {tr("to"), condition.destinations},
                                                      {tr("through"), condition.channels},
                                                      {tr("if"), titlesOf(pack, condition.given)},
                                                      {tr("unless"), titlesOf(pack, condition.unless)}};
    for (const auto &[word, ids] : facets) {
        if (!ids.isEmpty())
            parts << word + u' ' + ids.join(u'/');
    }
    return parts.join(QStringLiteral("; "));
}

QString spoken(const Text &text)
{
    return text.in(QLocale().language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en"));
}

} // namespace shirushi::cli
