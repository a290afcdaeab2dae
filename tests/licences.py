#!/usr/bin/env python3
"""Check that every dependency has a licence that fits EUPL-1.2 distribution; print the ones that do not."""
import json
import re
import subprocess
import sys

ALLOWED = {
    "0BSD", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-1-Clause", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0",
    "CC0-1.0", "EUPL-1.2", "ISC", "MIT", "MIT-0", "MPL-2.0", "Unicode-3.0", "Unicode-DFS-2016", "Unlicense", "Zlib",
}


def fits(expression):
    """SPDX expressions as crates write them: every AND part needs one OR part that is allowed."""
    expression = re.sub(r"[()]", "", expression.replace("/", " OR "))
    return all(
        any(choice.strip() in ALLOWED for choice in part.split(" OR ")) for part in expression.split(" AND ")
    )


metadata = json.loads(subprocess.check_output(["cargo", "metadata", "--locked", "--format-version", "1"]))
wrong = [
    f"{package['name']} {package['version']}: {package['license']}"
    for package in metadata["packages"]
    if not fits(package["license"] or "")
]
for line in wrong:
    print("licence not allowed:", line)
print(f"{len(metadata['packages'])} packages, {len(wrong)} with a licence that is not allowed")
sys.exit(1 if wrong else 0)
