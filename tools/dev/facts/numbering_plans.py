"""stdlib/phone/numbering_plans.inc: how telephone numbers are built, country by country."""

from facts.packages import head, write

LICENCE = "MIT (libphonenumber-js); made from Google's libphonenumber, which is under Apache-2.0."
# Places in a row of the package's metadata.
CODE, OUTWARD, PATTERN, LENGTHS, FORMATS, TRUNK, TRUNK_FORMAT, TRUNK_PATTERN, TRANSFORM = range(9)


def member(row, index):
    return row[index] if index < len(row) and row[index] else ""


def cells(country, row):
    # A country without a pattern of its own is dialled behind its trunk prefix, if it has one.
    trunk = member(row, TRUNK_PATTERN) or member(row, TRUNK)
    transform = member(row, TRANSFORM).replace("$", "\\")
    texts = [country, row[CODE], member(row, OUTWARD), row[PATTERN], trunk, transform]
    for text in texts:
        assert "(?=" not in text and "(?!" not in text and ")R" not in text, text
    lengths = "0x%x" % sum(1 << length for length in row[LENGTHS])
    # A line holds at most 100 columns; C++ joins texts that stand side by side.
    lines, line = [], "{" + lengths + ","
    for text in texts:
        pieces = [text[i:i + 70] for i in range(0, len(text), 70)] or [""]
        for number, piece in enumerate(pieces):
            cell = f'R"({piece})"' + ("," if number == len(pieces) - 1 else "")
            if len(line) + len(cell) > 98:
                lines.append(line)
                line = "    "
            line += cell if line == "    " else " " + cell
    return lines + [line.removesuffix(",") + "},"]


def make(packages):
    package = packages.npm("libphonenumber-js")
    metadata = package.json("metadata.min.json")
    rows = [(country, row) for country, row in metadata["countries"].items()]
    # The first country of a code says how its numbers are read when none is named.
    first = {members[0] for members in metadata["country_calling_codes"].values()}
    rows.sort(key=lambda pair: (pair[1][CODE], pair[0] not in first, pair[0]))
    rows += [("", row) for row in metadata["nonGeographic"].values()]
    rows.sort(key=lambda pair: pair[1][CODE])
    lines = [line for country, row in rows for line in cells(country, row)]
    write("stdlib/phone/numbering_plans.inc",
          head("Telephone numbering plans.", package, LICENCE,
               "Sorted by calling code, a code's main country first; stdlib/phone/phone_number.cpp says what stands where."), lines)
