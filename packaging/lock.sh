#!/bin/sh
# Make the lock files again from pyproject.toml: every system, every Python that vtdesk supports.
# No index is named in them: whoever installs uses the registry of his own machine.
set -eu
cd "$(dirname "$0")/.."

compile() {
    .venv/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header "$@"
}

compile --output-file packaging/requirements.txt
compile --group dev --constraint packaging/requirements.txt \
    --output-file packaging/requirements-dev.txt
