"""stdlib/address/public_suffixes.inc: the Public Suffix List.

All rules of the list (those of registries and the private ones), as A-labels, sorted by bytes, each between
spaces; `*.` and `!` as in the list.
"""

import textwrap

from facts.packages import a_label, head, write

LICENCE = ("Mozilla Public License 2.0 (https://mozilla.org/MPL/2.0/), for the list (https://publicsuffix.org/list/) "
           "and this file.")


def make(packages):
    package = packages.pypi("publicsuffixlist")
    text = (package.folder / "publicsuffixlist" / "public_suffix_list.dat").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    rules = sorted({a_label(line.split()[0]) for line in lines if line and not line.startswith("//")})
    rows = textwrap.wrap(" ".join(rules), width=95, break_long_words=False, break_on_hyphens=False)
    write("stdlib/address/public_suffixes.inc", head("Public suffixes.", package, LICENCE),
          [f'" {row}"' for row in rows] + ['" "'])
