#!/usr/bin/env python3
"""Regenerates stdlib/address/public_suffixes.inc from Debian's package publicsuffix.

    tools/dev/make_public_suffix_table.py [FILE public_suffix_list.dat]

All rules of the list (those of registries and the private ones), as A-labels, sorted by bytes, each between
spaces; `*.` and `!` as in the list.
"""

import pathlib
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEFAULT_SOURCE = pathlib.Path("/usr/share/publicsuffix/public_suffix_list.dat")
HEADER = """\
// The Public Suffix List (https://publicsuffix.org/list/), made by tools/dev/make_public_suffix_table.py.
// Source: Debian package publicsuffix 20230209.2326.
// The list, and this file with it, is subject to the terms of the Mozilla Public License, v. 2.0; a copy of
// it
// can be obtained at https://mozilla.org/MPL/2.0/.
"""


def a_labels(rule):
    return ".".join(label if label.isascii() else label.encode("idna").decode() for label in rule.split("."))


def main():
    source = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_SOURCE
    lines = (line.strip() for line in source.read_text(encoding="utf-8").splitlines())
    rules = sorted({a_labels(line.split()[0]) for line in lines if line and not line.startswith("//")})
    rows = textwrap.wrap(" ".join(rules), width=95, break_long_words=False, break_on_hyphens=False)
    path = ROOT / "stdlib" / "address" / "public_suffixes.inc"
    path.write_text(HEADER + "".join(f'" {row}"\n' for row in rows) + '" "\n', encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(rules)} rules, {len(rows)} lines")


if __name__ == "__main__":
    main()
