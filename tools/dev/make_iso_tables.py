#!/usr/bin/env python3
"""Regenerates runtime/value/iso_*.def from Debian's package iso-codes.

    tools/dev/make_iso_tables.py [FOLDER OF THE JSON FILES]

What that package does not say stands here: the digits of minor units, and amendments to ISO 4217 that
are newer than the package (each with the day from which it counts).
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEFAULT_SOURCE = pathlib.Path("/usr/share/iso-codes/json")
PACKAGE = "Debian package iso-codes 4.15.0 (2023-04)"

# ISO 4217, list one: "minor unit" where it is not 2.
MINOR_DIGITS = {
    **dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
    **dict.fromkeys("CLF UYW".split(), 4),
}
# No minor unit ("N.A."): metals, bond units, units of account, test and no currency. No amount is in them.
NOT_MONEY = set("XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX".split())
# Withdrawn from 2021 to 2026-01-01 (BGN, the last).
WITHDRAWN = set("CUC HRK SLL ZWL ANG BGN".split())
# In force since 2024-06-25 and 2025-03-31.
ADDED = set("ZWG XCG".split())


def rows(source, name, key, member):
    entries = json.loads((source / f"{name}.json").read_text(encoding="utf-8"))[key]
    return {entry[member] for entry in entries if member in entry}


def write(name, title, macro, lines):
    text = [f"// {title}", f"// Source: {PACKAGE}; made by tools/dev/make_iso_tables.py."]
    text += [f"{macro}({line})" for line in lines]
    path = ROOT / "runtime" / "value" / f"iso_{name}.def"
    path.write_text("\n".join(text) + "\n", encoding="utf-8")
    print(f"{path.relative_to(ROOT)}: {len(lines)} rows")


def main():
    source = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_SOURCE
    countries = sorted(rows(source, "iso_3166-1", "3166-1", "alpha_2"))
    languages = sorted(rows(source, "iso_639-2", "639-2", "alpha_2"))
    listed = rows(source, "iso_4217", "4217", "alpha_3")
    currencies = sorted((listed | ADDED) - NOT_MONEY - WITHDRAWN)
    write("countries", "ISO 3166-1 alpha-2, sorted.", "LQ_COUNTRY", [f'"{code}"' for code in countries])
    write("languages", "ISO 639-1, sorted.", "LQ_LANGUAGE", [f'"{code}"' for code in languages])
    write("currencies", "ISO 4217, money of 2026-01-01, sorted: code, digits of the minor unit.",
          "LQ_CURRENCY", [f'"{code}", {MINOR_DIGITS.get(code, 2)}' for code in currencies])


if __name__ == "__main__":
    main()
