#include "classify/decision.h"

#include "widgets/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirushi::classify {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("shirushi::classify", text);
}

} // namespace

labelling::LabelOrder orderFor(const base::Path &path, const Decision &decision)
{
    labelling::LabelOrder order;
    order.path = path;
    order.classes = decision.classes;
    order.restrictions = decision.restrictions;
    order.domain = decision.domain;
    order.reason = decision.reason;
    if (order.reason.isEmpty() && decision.way == Way::Inherited)
        order.reason = tr("Taken over from the source");
    order.answers = decision.path;
    order.publishOn = decision.publishOn;
    order.markHeader = decision.markHeader;
    order.markName = decision.markName;
    order.open = decision.open;
    return order;
}

const label::Label *labelOf(const labelling::FileLabel &file, const policy::Pack &pack)
{
    return file.label && file.label->policy == pack.id ? &*file.label : nullptr;
}

const policy::Question *sourceQuestion(const policy::Pack &pack)
{
    const auto found = std::find_if(pack.questions.begin(), pack.questions.end(), [](const policy::Question &question) {
        return question.step == QStringLiteral("source");
    });
    return found == pack.questions.end() ? nullptr : &*found;
}

QString sourceText(const policy::Pack &pack, const QString &answerId)
{
    const policy::Question *question = sourceQuestion(pack);
    if (!question)
        return {};
    if (answerId == QStringLiteral("?"))
        return tr("Not known");
    for (const policy::Answer &answer : question->answers) {
        if (answer.id == answerId)
            return widgets::inWindowLanguage(answer.shortText.ja.isEmpty() ? answer.text : answer.shortText);
    }
    return {};
}

bool lowersAny(const policy::Pack &pack, const std::vector<labelling::FileLabel> &files,
               const policy::Classes &classes)
{
    return std::any_of(files.begin(), files.end(), [&](const labelling::FileLabel &file) {
        const label::Label *now = labelOf(file, pack);
        return now && policy::isLowering(pack, now->classes, classes);
    });
}

QString roleText(const policy::Pack &pack, const QString &roleId)
{
    const policy::Role *role = pack.role(roleId);
    if (!role)
        return roleId;
    const QString &title = widgets::inWindowLanguage(role->title);
    const QString &post = widgets::inWindowLanguage(role->post);
    return post.isEmpty() ? title : tr("%1 (%2)").arg(title, post);
}

QString fileName(const base::Path &path)
{
    return base::toDisplay(path.filename());
}

} // namespace shirushi::classify
