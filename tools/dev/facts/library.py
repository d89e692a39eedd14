"""The parts of standard libraries that are made from packages: everything behind a line of dashes."""

import textwrap

from facts.packages import ROOT

RULER = "# ---- Made by tools/dev/refresh_facts"


def set_lines(name, what, items):
    lines = textwrap.wrap(what, width=100, initial_indent="# ", subsequent_indent="# ")
    body = textwrap.wrap(", ".join(items), width=98, break_long_words=False, break_on_hyphens=False)
    return lines + [f"set {name} is ["] + [f"  {line}" for line in body] + ["]"]


def replace_made(library, source, licence, sets):
    path = ROOT / "stdlib" / "library" / f"{library}.lq"
    kept = path.read_text(encoding="utf-8").split(RULER)[0].rstrip("\n")
    lines = [f"{RULER} " + "-" * 60, f"# Source: {source}.", f"# Licence: {licence}"]
    for name, what, items in sets:
        lines += [""] + set_lines(name, what, items)
    path.write_text(kept + "\n\n" + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"stdlib/library/{library}.lq: {', '.join(f'{name} {len(items)}' for name, _, items in sets)}")
