# What Shirushi needs from the distribution, and how it gets there. Sourced by installer/run and tests/run.
# Nothing is asked for that is installed already, and no package list is fetched unless something is missing.

build_packages="build-essential cmake ninja-build pkg-config
    qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n qt6-qpa-plugins
    libgl-dev libegl-dev libssl-dev zlib1g-dev libdeflate-dev libqpdf-dev libqrencode-dev
    fonts-morisawa-bizud-gothic fonts-materialdesignicons-webfont"

# Other programs, whose files Shirushi labels in the tests and which read its labels back.
test_packages="libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui libreoffice-draw-nogui
    libimage-exiftool-perl libarchive-zip-perl exiv2 qpdf poppler-utils 7zip attr python3 python3-uno imagemagick dbus-daemon age
    chromium libarchive-tools openssl zbar-tools dosfstools btrfs-progs xfsprogs gdb"

sqlcipher_needed=4.5.6

as_root() {
    # sudo drops the environment; apt must not ask either way.
    if [ "$(id -u)" -eq 0 ]; then
        DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "Packages are to be installed: please run this as root, or install sudo." >&2
        return 1
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

missing_of() {
    for package in "$@"; do
        is_installed "$package" || printf '%s ' "$package"
    done
}

has_sqlcipher() {
    version=$(dpkg-query -W -f '${Version}' libsqlcipher-dev 2>/dev/null) || return 1
    [ -n "$version" ] && dpkg --compare-versions "$version" ge "$sqlcipher_needed"
}

# Debian 12's own SQLCipher is too old; its backports have one. The mirror is the one this machine uses.
add_backports() {
    list=/etc/apt/sources.list.d/shirushi-backports.list
    [ -e "$list" ] && return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI)|$(CODENAME)' 'Created-By: Packages' |
        sed -n 's/|bookworm$//p' | head -n 1)
    [ -n "$mirror" ] || { echo "No Debian 12 mirror is configured on this machine." >&2; return 1; }
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [ -e "$keyring" ] && signed="[signed-by=$keyring] " || signed=
    echo "deb $signed$mirror bookworm-backports main" | as_root tee "$list" >/dev/null
    as_root apt-get update -q
}

install_sqlcipher() {
    has_sqlcipher && return 0
    candidate=$(apt-cache policy libsqlcipher-dev | awk '/Candidate:/ {print $2}')
    if dpkg --compare-versions "${candidate:-0}" ge "$sqlcipher_needed"; then
        as_root apt-get install -q -y --no-install-recommends libsqlcipher-dev
    else
        add_backports && as_root apt-get install -q -y --no-install-recommends libsqlcipher-dev/bookworm-backports
    fi
}

# install_packages NAMES...: those that are missing, and SQLCipher.
install_packages() {
    missing=$(missing_of "$@")
    if [ -z "$missing" ] && has_sqlcipher; then return 0; fi
    as_root apt-get update -q || return 1
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086 # a list of names
        as_root apt-get install -q -y --no-install-recommends $missing || return 1
    fi
    install_sqlcipher
}

# build PRESET [TARGETS...]: configures once, then compiles what has changed; without targets, everything.
build() {
    preset=$1
    shift
    [ -e "build/$preset/build.ninja" ] || cmake --preset "$preset" || return 1
    if [ $# -gt 0 ]; then
        cmake --build "build/$preset" --target "$@"
    else
        cmake --build "build/$preset"
    fi
}
