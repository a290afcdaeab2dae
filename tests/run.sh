#!/usr/bin/env bash
# Installs what the tests need and passes them: the Rust tests, then the feeds, calendars, prints and facts for machines of the
# SAMEN hub in parsers that are none of ours, the HTML of every page in a validator, then the hub in a real browser and in
# Lighthouse.
set -euo pipefail
cd "$(dirname "$0")/.."

chromium=${CHROMIUM:-/usr/bin/chromium}
missing=()
[ -x "$chromium" ] || missing+=(chromium)
command -v pdftotext > /dev/null || missing+=(poppler-utils)
if [ ${#missing[@]} -gt 0 ]; then
    root=(); [ "$(id -u)" -eq 0 ] || root=(sudo)
    "${root[@]}" apt-get update -q
    "${root[@]}" apt-get install -qy --no-install-recommends "${missing[@]}"
fi
(cd tests/browser && npm ci --no-audit --no-fund --silent)
python3 -m venv target/python
target/python/bin/pip install --quiet --requirement tests/requirements.txt

hub=$(mktemp -d)
trap 'rm -rf "$hub"' EXIT
# A test that cannot be done here says so in this file: one that is left out must not look like one that passed.
export SKIPPED_TESTS="$hub/skipped"
touch "$SKIPPED_TESTS"
cargo test --locked
printf '\n%s tests or parts of tests skipped\n' "$(wc -l < "$SKIPPED_TESTS")"
cat "$SKIPPED_TESTS"

cargo run --locked --quiet -- build --output "$hub/public"
cargo run --locked --quiet -- list --format json > "$hub/entries.json"
printf '\n== the edits that twelve minutes need\n'
python3 tests/minutes/measure.py --samen target/debug/samen
printf '\n== builds at once, and builds that are killed\n'
python3 tests/reliability.py --samen target/debug/samen --rounds 6 --kills 12 --aimed 12
printf '\n== what the hub promises its readers (mend the content, not the program)\n'
HUB_FOLDER="$hub/public" target/python/bin/python tests/hub_promises.py < "$hub/entries.json"
printf '\n== the hub, read by others\n'
HUB_FOLDER="$hub/public" SAMEN=target/debug/samen target/python/bin/python tests/feeds.py < "$hub/entries.json"
HUB_FOLDER="$hub/public" target/python/bin/python tests/prints.py
HUB_FOLDER="$hub/public" node --test tests/schema_org.mjs
(cd tests/browser && npx html-validate --config .htmlvalidate.json --ext html "$hub/public")
HUB_FOLDER="$hub/public" CHROMIUM="$chromium" node --test tests/browser/
HUB_FOLDER="$hub/public" CHROMIUM="$chromium" node tests/browser/lighthouse.mjs
