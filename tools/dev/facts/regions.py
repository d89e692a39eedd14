"""The regions of the United Nations (M.49) in stdlib/library/std_geo.lq."""

from facts.library import replace_made

LICENCE = "Unicode License v3 (https://www.unicode.org/license.txt), Copyright 2004-2026 Unicode, Inc."
REGIONS = {
    "europe": ("150", "Europe, with all of Russia, and without Cyprus and Turkey."),
    "africa": ("002", "Africa, with its islands."),
    "western_asia": ("145", "Western Asia, with the Caucasus, Cyprus and Turkey, and without Iran."),
    "central_asia": ("143", "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan."),
    "eastern_asia": ("030", "China, Hong Kong, Japan, the Koreas, Macao, Mongolia and Taiwan."),
    "southern_asia": ("034", "Southern Asia, from Iran to Bangladesh."),
    "southeastern_asia": ("035", "South-eastern Asia, from Myanmar to Timor-Leste."),
    "oceania": ("009", "Australia, New Zealand and the islands of the Pacific."),
    "north_america": ("021", "The United States, Canada, Bermuda, Greenland and Saint Pierre and Miquelon."),
    "latin_america": ("419", "Mexico, Central and South America and the Caribbean."),
    "caribbean": ("029", "The islands of the Caribbean."),
}
# Codes of CLDR that ISO 3166-1 does not have: parts of other countries, and Kosovo.
NO_COUNTRIES = set("AC CP CQ DG EA IC TA XK QO".split())


def members(containment, code):
    row = containment.get(code)
    if row is None:
        return [] if code in NO_COUNTRIES else [code]
    found = [member for part in row["_contains"] for member in members(containment, part)]
    # Out-lying islands of Oceania and the Antarctic are none of its countries.
    return [code for code in found if code not in ("AQ", "TF")]


def make(packages):
    package = packages.npm("cldr-core")
    containment = package.json("supplemental/territoryContainment.json")["supplemental"]["territoryContainment"]
    regions = {code: row for code, row in containment.items() if code.isdigit()}
    sets = [(name, f"{what.rstrip('.')} (United Nations M.49).", sorted(set(members(regions, code))))
            for name, (code, what) in REGIONS.items()]
    replace_made("std_geo", package.title, LICENCE, sets)
