// What the formats are made of, each in a file of its own: for parcel.cpp. Names have been found harmless and
// different, secrets to be there. Any thread.
#pragma once

#include "sending/content.h"
#include "sending/parcel.h"

#include "platform/sink.h"

namespace shirushi::sending {

/// What one format does. Errors as pack() and unpack() have them.
class ParcelMaker
{
public:
    virtual ~ParcelMaker() = default;
    /// Writes the parcel, which will be called `parcelName`; returns the files as they will come out, without their
    /// digests where the files themselves do: they are compared byte for byte.
    [[nodiscard]] virtual base::Result<std::vector<ParcelContent>> write(const std::vector<ParcelFile> &files,
                                                                         const QString &parcelName, const ParcelSecret &secret,
                                                                         const ParcelOptions &options, platform::Sink &to,
                                                                         base::Progress &progress) const = 0;
    /// Opens it and hands everything to `taker`.
    [[nodiscard]] virtual base::Result<void> read(const platform::FileSource &parcel, const QString &parcelName,
                                                  const ParcelSecret &secret,
                                                  const UnpackLimits &limits, ContentTaker &taker,
                                                  base::Progress &progress) const = 0;
    /// Names that lie open in it; Internal where something lies open that never may.
    [[nodiscard]] virtual base::Result<QStringList> showing(const platform::FileSource &parcel) const = 0;
};

/// All of pack() but the choice of the maker. For pack(), and for tests whose maker makes parcels that must not go.
[[nodiscard]] base::Result<ParcelReport> packWith(const ParcelMaker &maker, ParcelFormat format, const std::vector<ParcelFile> &files,
                                                  const ParcelSecret &secret, const ParcelOptions &options, const base::Path &target,
                                                  base::Progress &progress);

/// The makers have no state.
const ParcelMaker &zipMaker();
const ParcelMaker &ageMaker();
const ParcelMaker &pdfMaker();
const ParcelMaker &cmsMaker();
const ParcelMaker &htmlMaker();

/// Whether it is an age file, and which secret it asks for; text or binary.
std::optional<ParcelKind> ageKindOf(const platform::FileSource &parcel, const QByteArray &head);

/// Whether it is CMS (DER) that is enveloped.
bool beginsCms(const QByteArray &head);

/// Whether it is an X.509 certificate, PEM or DER, whatever its dates.
bool isCertificate(const QByteArray &bytes);

/// Whether it is a page of ours that opens itself.
bool beginsPage(const QByteArray &head);

/// One neutral name for what is inside, whatever it is.
QString neutralName();

} // namespace shirushi::sending
