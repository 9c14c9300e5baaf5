#!/bin/sh
# Prepare everything that vtdesk needs: system packages, a virtual environment, the locked libraries.
# Usage: packaging/setup.sh run|test. The second time it only compares a stamp.
set -eu
cd "$(dirname "$0")/.."

purpose=${1:?gebruik: packaging/setup.sh run|test}
python=${PYTHON:-python3}
case $purpose in
    run) lists=packaging/apt-run.txt; lock=packaging/requirements.txt ;;
    test) lists="packaging/apt-run.txt packaging/apt-test.txt"; lock=packaging/requirements-dev.txt ;;
    *) echo "gebruik: packaging/setup.sh run|test" >&2; exit 2 ;;
esac

say() { echo "vtdesk: $*"; }
stop() { say "$*" >&2; exit 1; }

# The environment depends on its place, its Python, this script, the packages and the lock.
key() { { pwd; "$python" --version; cat packaging/setup.sh packaging/apt-*.txt "$1"; } | cksum; }
stamp_for() { echo ".venv/.klaar-$1"; }

is_ready() {
    [ -x .venv/bin/python ] || return 1
    [ "$(cat "$(stamp_for "$1")" 2>/dev/null)" = "$(key "$2")" ]
}

# What is enough for the tests is enough to run.
if is_ready test packaging/requirements-dev.txt || is_ready "$purpose" "$lock"; then
    exit 0
fi

"$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null ||
    stop "hiervoor is Python 3.11 tot en met 3.14 nodig; '$python' is dat niet. Geef een andere met PYTHON=…"

# ---- system packages -------------------------------------------------------------------------
# shellcheck disable=SC2086
wanted=$(sed '/^#/d' $lists | sort -u)

# A later Debian gives some libraries a new name that provides the old one.
missing_packages() {
    dpkg-query -W -f='${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*//; s/ //g' | sort -u |
        { present=$(cat); for package in $wanted; do
            echo "$present" | grep -qxF -- "$package" || echo "$package"
        done; }
}

if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
    missing=$(missing_packages | tr '\n' ' ')
    if [ -n "$missing" ] && [ "$(id -u)" = 0 ]; then
        say "systeempakketten installeren met apt: $missing"
        export DEBIAN_FRONTEND=noninteractive
        mkdir -p build
        # shellcheck disable=SC2086
        { apt-get -o DPkg::Lock::Timeout=300 update &&
            apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
                install --yes --no-install-recommends $missing; } >build/apt.log 2>&1 ||
            { tail -n 15 build/apt.log >&2; stop "apt lukte niet; alles staat in build/apt.log"; }
    elif [ -n "$missing" ]; then
        say "deze systeempakketten ontbreken nog. Typ dit (of als root, zonder sudo), en daarna weer je opdracht:" >&2
        echo "    sudo apt-get install --no-install-recommends $missing" >&2
        # The window may well start without a few of them; the tests need them all.
        [ "$purpose" = run ] || exit 1
    fi
else
    say "geen apt op dit systeem; zorg zelf voor wat deze Debian-pakketten geven:" \
        "$(echo "$wanted" | tr '\n' ' ')"
fi

# ---- libraries -------------------------------------------------------------------------------
# It knows its own place and its Python; after a move of either it has to be made again.
fits() {
    grep -qF -- " $(pwd)/.venv" .venv/pyvenv.cfg 2>/dev/null &&
        [ "$(.venv/bin/python --version 2>/dev/null)" = "$("$python" --version)" ] &&
        .venv/bin/python -c 'import pip' 2>/dev/null
}
if ! fits; then
    say "een eigen Python-omgeving maken in .venv"
    rm -rf .venv
    "$python" -m venv .venv || stop "dat lukt niet zonder venv. Typ: sudo apt-get install python3-venv"
fi
if ! .venv/bin/uv --version >/dev/null 2>&1; then
    say "het installatieprogramma uv installeren in .venv"
    sed -n '/^uv==/,/[^\\]$/p' packaging/requirements-dev.txt > .venv/uv.txt
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r .venv/uv.txt
fi
say "bibliotheken installeren in .venv, met gecontroleerde inhoud: $lock"
.venv/bin/uv pip install --quiet --python .venv/bin/python --require-hashes -r "$lock"
# The program runs from this folder, from wherever it is called.
pwd > "$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/vtdesk.pth"

why=$(.venv/bin/python -c 'import PySide6.QtWidgets' 2>&1) ||
    stop "Qt mist een systeembibliotheek: ${why##*Error: } Typ eerst de regel met apt-get hierboven."
key "$lock" > "$(stamp_for "$purpose")"
say "klaar"
