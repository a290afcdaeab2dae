#!/usr/bin/env bash
# Installs what the tests need and passes them: the Rust tests, the facts for machines of the SAMEN hub, and the hub in a real browser.
set -euo pipefail
cd "$(dirname "$0")/.."

chromium=${CHROMIUM:-/usr/bin/chromium}
if ! [ -x "$chromium" ]; then
    root=(); [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" apt-get update -q
    "${root[@]}" apt-get install -qy --no-install-recommends chromium
fi
(cd tests/browser && npm ci --no-audit --no-fund --silent)

cargo test --locked
hub=$(mktemp -d)
trap 'rm -rf "$hub"' EXIT
cargo run --locked --quiet -- build --output "$hub/public"
HUB_FOLDER="$hub/public" node --test tests/schema_org.mjs
HUB_FOLDER="$hub/public" CHROMIUM="$chromium" node --test tests/browser/
