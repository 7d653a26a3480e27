#include "labelling/requestfiles.h"

#include <QCoreApplication>

namespace shirushi::labelling {

base::Result<workflow::RequestFile> requestFile(const FileLabel &file, const policy::Pack &pack)
{
    const auto refused = [&](base::ErrorCode code, const char *why) {
        return base::failure(code, base::toDisplay(file.path),
                             QCoreApplication::translate("shirushi::labelling", why));
    };
    if (file.problem)
        return std::unexpected(*file.problem);
    if (!file.label || file.label->policy != pack.id) {
        return refused(base::ErrorCode::NotFound,
                       QT_TRANSLATE_NOOP("shirushi::labelling",
                                         "This file has no class by the rules of this office. Please label it first."));
    }
    if (file.signature != label::SignatureState::Valid) {
        return refused(base::ErrorCode::Damaged,
                       QT_TRANSLATE_NOOP("shirushi::labelling",
                                         "Nobody of this office signed this label. Please label the file anew."));
    }
    if (file.content == ContentState::Changed) {
        return refused(base::ErrorCode::Changed,
                       QT_TRANSLATE_NOOP("shirushi::labelling",
                                         "The document was changed after it was classified. Please label it anew."));
    }
    return workflow::RequestFile{base::toDisplay(file.path.filename()), file.label->contentHash, file.sha256,
                                 file.label->policy, file.label->classes};
}

} // namespace shirushi::labelling
