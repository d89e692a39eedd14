"""stdlib/name/country_names.inc and language_names.inc: how people call countries and languages."""

import json
import unicodedata

from facts.packages import head, write

LICENCE = "Unicode License v3 (https://www.unicode.org/license.txt), Copyright 2004-2026 Unicode, Inc."
# Every country and language is known by its name in these, and in its own.
LANGUAGES = "en de fr es it nl pt pl sv da nb fi".split()
AND = {"en": "and", "de": "und", "fr": "et", "es": "y", "it": "e", "nl": "en", "pt": "e", "pl": "i", "sv": "och", "da": "og",
       "nb": "og", "fi": "ja"}
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
# What people and CRM systems write beside the names of CLDR: ISO 3166's own order of words, short forms, parts of
# a state that is meant, names of before.
COUNTRY_ALIASES = {
    "AE": ["UAE", "U.A.E.", "Emirates", "VAE"], "BA": ["Bosnia", "Bosnien"], "BO": ["Bolivia, Plurinational State of"],
    "BN": ["Brunei Darussalam"], "CD": ["DR Congo", "Democratic Republic of the Congo", "Congo, The Democratic Republic of the"],
    "CG": ["Republic of the Congo", "Congo-Brazzaville"], "CI": ["Ivory Coast", "Cote d'Ivoire"],
    "CN": ["PR China", "P.R. China", "People's Republic of China", "Mainland China", "VR China"],
    "CV": ["Cabo Verde", "Cape Verde"], "CZ": ["Czech Republic", "Tschechische Republik"],
    "DE": ["Federal Republic of Germany", "Bundesrepublik Deutschland", "BRD"], "FM": ["Micronesia, Federated States of"],
    "GB": ["UK", "U.K.", "Great Britain", "Britain", "England", "Scotland", "Wales", "Northern Ireland", "Großbritannien",
           "United Kingdom of Great Britain and Northern Ireland", "Schottland"],
    "HK": ["Hong Kong", "Hongkong"], "IE": ["Republic of Ireland"], "IR": ["Iran, Islamic Republic of"],
    "KP": ["Korea, Democratic People's Republic of"],
    "KR": ["Korea", "Korea, Republic of", "Republic of Korea", "Korea (South)"],
    "LA": ["Lao People's Democratic Republic"], "LY": ["Libyan Arab Jamahiriya"], "MD": ["Moldova, Republic of"],
    "MK": ["Macedonia", "Republic of North Macedonia"], "MM": ["Burma", "Myanmar"], "MO": ["Macao", "Macau"],
    "NL": ["Holland", "The Netherlands"], "PS": ["Palestine", "Palestine, State of"],
    "RU": ["Russian Federation", "Russische Föderation"], "SK": ["Slovak Republic"], "SY": ["Syrian Arab Republic"],
    "SZ": ["Swaziland"], "TL": ["East Timor"], "TR": ["Turkey", "Republic of Turkey"], "TW": ["Taiwan, Province of China", "Taiwan ROC"],
    "TZ": ["Tanzania, United Republic of"], "VA": ["Vatican", "Holy See", "Vatikan"], "VE": ["Venezuela, Bolivarian Republic of"],
    "VN": ["Viet Nam"],
    "US": ["USA", "U.S.A.", "U.S.", "United States of America", "America", "Amerika", "Vereinigte Staaten von Amerika"],
}
# Two states bear it, and nobody can tell which is meant.
AMBIGUOUS = {"congo", "kongo", "guinee congo"}


def key(text):
    """As stdlib/name/name_key.h makes it."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(char if unicodedata.category(char)[0] in "LN" else " "
                   for char in plain if unicodedata.category(char)[0] != "M")
    return " ".join(kept.split())


class Names:
    """Codes by key; a key that means two codes means none."""

    def __init__(self):
        self.codes = {}

    def add(self, code, text, language="en"):
        variants = {text, text.replace("&", AND.get(language, "&"))}
        if language == "de":
            variants |= {variant.translate(UMLAUTS) for variant in variants}
        for variant in variants:
            found = key(variant)
            for form in {found, found.removeprefix("the ")}:
                if form and form not in AMBIGUOUS:
                    self.codes.setdefault(form, set()).add(code)
                if form.startswith("st "):
                    self.codes.setdefault("saint " + form[3:], set()).add(code)

    def rows(self):
        return sorted(((name.encode(), *codes) for name, codes in self.codes.items() if len(codes) == 1))

    def unclear(self):
        return sorted(name for name, codes in self.codes.items() if len(codes) > 1)


def own_languages(territory_info, country):
    spoken = territory_info.get(country, {}).get("languagePopulation", {})
    return [language.replace("_", "-") for language, facts in spoken.items()
            if facts.get("_officialStatus") in ("official", "de_facto_official")]


def display_names(package, language, what):
    path = package.folder / "main" / language / f"{what}.json"
    if not path.exists():
        return {}
    tree = json.loads(path.read_text(encoding="utf-8"))
    return tree["main"][language]["localeDisplayNames"][what]


def countries(package, core, iso):
    info = core.json("supplemental/territoryInfo.json")["supplemental"]["territoryInfo"]
    names = Names()
    for entry in iso:
        code = entry["alpha_2"]
        names.add(code, entry["alpha_3"])
        for text in COUNTRY_ALIASES.get(code, []):
            names.add(code, text)
        for language in dict.fromkeys(LANGUAGES + own_languages(info, code)):
            for variant, text in display_names(package, language, "territories").items():
                if variant.split("-alt")[0] == code and text != code:
                    names.add(code, text, language)
    return names


def languages(package, iso):
    names = Names()
    for entry in iso:
        if "alpha_2" not in entry:
            continue
        code = entry["alpha_2"]
        names.add(code, entry["alpha_3"])
        for language in dict.fromkeys(LANGUAGES + [code]):
            for variant, text in display_names(package, language, "languages").items():
                if variant.split("-alt")[0] == code and text != code:
                    names.add(code, text, language)
    return names


def table(names):
    cells = [f'{{"{name.decode()}", "{code}"}},' for name, code in names.rows()]
    lines, line = [], ""
    for cell in cells:
        if line and len(line) + len(cell) > 98:
            lines.append(line)
            line = ""
        line = f"{line} {cell}" if line else cell
    return lines + [line]


def make(packages):
    package = packages.npm("cldr-localenames-full")
    core = packages.npm("cldr-core")
    iso = packages.debian("iso-codes", "/usr/share/iso-codes/json")
    for what, member, names in (
            ("countries", "country_names", countries(package, core, iso.json("iso_3166-1.json")["3166-1"])),
            ("languages", "language_names", languages(package, iso.json("iso_639-2.json")["639-2"]))):
        lines = head(f"Names of {what}.", package, LICENCE,
                         "Sorted, as stdlib/name/name_key.h writes them.")
        write(f"stdlib/name/{member}.inc", lines, table(names))
        print(f"  of two meanings, left out: {', '.join(names.unclear())}")
