"""runtime/value/iso_*.def: ISO 3166-1, ISO 639-1 and ISO 4217, from Debian's package iso-codes.

What that package does not say stands here: the digits of minor units, and amendments to ISO 4217 that are newer than
the package (each with the day from which it counts).
"""

from facts.packages import head, write

LICENCE = "codes of the standards; the package, of which no text is here, is under LGPL-2.1-or-later."

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


def codes(package, name, key, member):
    return {entry[member] for entry in package.json(f"{name}.json")[key] if member in entry}


def make(packages):
    package = packages.debian("iso-codes", "/usr/share/iso-codes/json")
    countries = codes(package, "iso_3166-1", "3166-1", "alpha_2")
    languages = codes(package, "iso_639-2", "639-2", "alpha_2")
    currencies = (codes(package, "iso_4217", "4217", "alpha_3") | ADDED) - NOT_MONEY - WITHDRAWN
    for name, title, rows in (
            ("countries", "Countries (ISO 3166-1 alpha-2).", [f'LQ_COUNTRY("{code}")' for code in sorted(countries)]),
            ("languages", "Languages (ISO 639-1).", [f'LQ_LANGUAGE("{code}")' for code in sorted(languages)]),
            ("currencies", "Currencies (ISO 4217, money of 2026-01-01).",
             [f'LQ_CURRENCY("{code}", {MINOR_DIGITS.get(code, 2)})' for code in sorted(currencies)])):
        write(f"runtime/value/iso_{name}.def", head(title, package, LICENCE, "Sorted by code; of a currency also the digits of its minor unit."), rows)
