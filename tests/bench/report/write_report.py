"""Writes docs/benchmarks.md and its plots from what a run of tools/bench measured.

    write_report.py RESULTS DOCS
"""
import json
import pathlib
import sys

import machine
from goals import GOALS, reached, verdict
from svg import bars, lines, number

SIZES = (12, 100, 1000, 10_000)
PEERS = {"json_logic_engine": "json-logic-engine (npm)", "cel_js": "cel-js (npm)",
         "zen": "ZEN (npm)", "json_rules_engine": "json-rules-engine (npm)",
         "cedar_wasm": "cedar-wasm (npm)", "duckdb": "DuckDB CASE (PyPI, a batch)",
         "cel_python": "common-expression-language (PyPI)", "cel_rust": "cel-interpreter (crates)",
         "cedar_rust": "cedar-policy (crates)", "opa": "OPA (Go)", "cel_go": "cel-go (Go)"}


def load(folder):
    """Benchmarks by name, their contexts, and the peers."""
    results, contexts = {}, []
    for name in ("scoring", "rules", "latency"):
        path = folder / f"{name}.json"
        if path.exists():
            run = json.loads(path.read_text())
            contexts.append(run["context"])
            for one in run["benchmarks"]:
                parts = [part for part in one["name"].split("/")
                         if part != "manual_time" and not part.startswith("iterations")]
                results["/".join(parts)] = one
    path = folder / "peers.json"
    return results, contexts, json.loads(path.read_text()) if path.exists() else []


def table(head, rows):
    line = lambda cells: "| " + " | ".join(cells) + " |"
    return "\n".join([line(head), line(["---"] * len(head)), *map(line, rows)]) + "\n"


def figure(value, unit):
    return f"{value:.2f}{unit}" if unit == "×" else f"{number(value) if value else '0'}{unit}"


def spread_of(one, counter, scale=1.0):
    """The middle half."""
    low, high = one.get(f"{counter}_q1"), one.get(f"{counter}_q3")
    return "" if low is None else f"{low * scale:.3g} to {high * scale:.3g}"


def goals_table(results):
    rows = []
    for goal in GOALS:
        found = reached(goal, results)
        stretch = f", {figure(goal.stretch, goal.unit)}" if goal.stretch else ""
        bound = ("" if goal.bound == 0 else "≤ ") + figure(goal.bound, goal.unit) + stretch
        if found is None:
            rows.append((goal.text, bound, "", "", "not measured"))
            continue
        name, value = found
        rows.append((goal.text + (" (native code)" if "/native/" in name else ""), bound,
                     figure(value, goal.unit), spread_of(results[name], goal.counter, goal.scale),
                     verdict(goal, value)))
    return table(("goal", "bound, stretch", "measured", "middle half", "verdict"), rows)


# What the parts of a benchmark's name mean.
SUBJECTS = {"single": "a parsed lead", "unknown": "one value in five unknown", "json": "JSON in",
            "batch": "a batch in cache, columns in",
            "batch_rows": "a batch in cache, row by row",
            "batch_memory": "a million leads from memory, columns in",
            "batch_arrow": "a batch in cache, Arrow in: read, checked, decided, written",
            "tiers": "a parsed lead"}
WAYS = {"plan": "LQ, the plan as data", "native": "LQ, native code",
        "record": "LQ, with the whole record", "lead": "LQ, from the reader's own lead"}
SIDES = {"branchy": "branchy C++", "bit_row": "bit rows by hand", "known": "LQ, all known",
         "simdjson": "simdjson, by hand", "simdjson_clang": "simdjson, by hand, by clang",
         "widest": "the widest vectors by hand", "native": "LQ, native code"}


def comparisons(results):
    rows = []
    for name, one in results.items():
        subject, way, *side = name.split("/")
        if subject not in SUBJECTS:
            continue
        against = (SIDES[side[0]], f"{one['against_ns']:.3g}", spread_of(one, "against_ns"),
                   f"{one['ratio']:.2f}") if side else ("–", "", "", "")
        rows.append((SUBJECTS[subject], WAYS[way], f"{one['ns']:.3g}", spread_of(one, "ns"),
                     *against))
    return table(("what", "LQ", "ns", "middle half", "against", "ns", "middle half", "ratio"), rows)


def growth(results):
    rows = []
    for size in SIZES:
        one = results.get(f"rules/plan/{size}")
        if one is None:
            continue
        cell = lambda name, counter, scale: (
            number(results[name][counter] * scale) if name in results else "–")
        memory = results.get(f"memory/{size}", {})
        rows.append((f"{size:,}", f"{one['hit_percent']:.0f} %", cell(f"rules/plan/{size}", "ns", 1),
                     cell(f"rules/native/{size}", "ns", 1), cell(f"rules/record/{size}", "ns", 1),
                     cell(f"build/plan/{size}", "ns", 1e-6),
                     cell(f"build/engine/{size}", "ns", 1e-6),
                     cell(f"build/native/{size}", "ns", 1e-6),
                     *(number(memory.get(key, 0) / 1024) for key in
                       ("plan_bytes", "engine_bytes", "decider_bytes"))))
    return table(("rules", "leads that hit one", "verdict, ns", "native, ns", "record, ns",
                  "plan built, ms", "engine, ms", "native built, ms", "plan, KiB", "engine, KiB",
                  "a thread, KiB"), rows)


def latencies(results):
    rows = [(f"{size:,}", what, *(number(results[f"latency/{what}/{size}"][key])
                                  for key in ("p50", "p99", "p999", "most")))
            for what in ("verdict", "record") for size in SIZES
            if f"latency/{what}/{size}" in results]
    return table(("rules", "", "p50, ns", "p99", "p99.9", "most"), rows)


def processes(results):
    rows = [(f"`{command}`", f"{results[name]['wall_ms']:.3g}", spread_of(results[name], "wall_ms"),
             f"{results[name]['cpu_ms']:.3g}")
            for name, command in (("process/check_1000", "lq check"),
                                  ("process/version", "lq --version")) if name in results]
    return table(("command", "ms on the wall", "middle half", "ms of CPU time"), rows)


def peer_table(peers):
    rows = []
    for name, label in PEERS.items():
        mine = {one.get("rules"): one for one in peers if one["peer"] == name}
        if not mine:
            continue
        version = next((one["version"] for one in mine.values() if "version" in one), "")
        cells = [f"{number(mine[size]['ns'])}" if "ns" in mine.get(size, {}) else "–"
                 for size in SIZES]
        notes = {f"{one.get('rules', 'all')} rules: {one['skipped']}"
                 for one in mine.values() if "skipped" in one}
        equal = min((one["equal"] for one in mine.values() if "equal" in one), default=0)
        rows.append((label, version, *cells, f"{equal:,}", "; ".join(sorted(notes))))
    return table(("peer", "version", *(f"{size:,} rules, ns" for size in SIZES),
                  "outcomes compared, at least", "left out"), rows)


def single_bars(results, peers):
    """LQ's fastest and the fastest by hand come from one pair."""
    rows = []
    fastest = next((name for name in ("single/native/bit_row", "single/plan/bit_row")
                    if name in results), "")
    for name, label, ours, counter in (
            (fastest, "bit rows by hand", False, "against_ns"),
            ("single/native/bit_row", "LQ, native code", True, "ns"),
            ("single/plan/branchy", "LQ, the plan as data", True, "ns"),
            ("single/plan/branchy", "branchy C++", False, "against_ns"),
            ("single/record/branchy", "LQ, with the whole record", True, "ns")):
        if name in results:
            rows.append((label, results[name][counter], ours))
    rows += [(PEERS[one["peer"]], one["ns"], False)
             for one in peers if one.get("rules") == 12 and "ns" in one]
    return bars("One decision, 12 rules", "nanoseconds", sorted(rows, key=lambda row: row[1]))


def growth_lines(results, peers):
    series = {}
    for way, label in WAYS.items():
        points = [(size, results[f"rules/{way}/{size}"]["ns"]) for size in SIZES
                  if f"rules/{way}/{size}" in results]
        if len(points) > 1:
            series[label] = points
    # Of 12 rules peers decide by lead_scoring, which is another policy.
    for name, label in PEERS.items():
        points = [(one["rules"], one["ns"]) for one in peers
                  if one["peer"] == name and "ns" in one and one["rules"] > 12]
        if len(points) > 1:
            series[label] = points
    return lines("What a decision takes as rules grow", "rules", "nanoseconds a decision", series,
                 640)


def latency_lines(results):
    """The share of decisions that take longer; no series where all are as quick."""
    series = {}
    for size in SIZES:
        one = results.get(f"latency/record/{size}")
        if one is None:
            continue
        buckets = sorted((int(key[6:]), count) for key, count in one.items()
                         if key.startswith("below_"))
        total = left = sum(count for _, count in buckets)
        points = []
        for limit, count in buckets:
            left -= count
            if left / total >= 1e-5:
                points.append((limit, 100 * left / total))
        if len(points) > 1:
            series[f"{size:,} rules"] = points
    return series and lines("Records that take longer, two threads", "nanoseconds",
                            "percent of decisions that take longer", series, last_values=False)


def main(folder, docs):
    folder, docs = pathlib.Path(folder), pathlib.Path(docs)
    results, contexts, peers = load(folder)
    plots = {"single": single_bars(results, peers), "growth": growth_lines(results, peers),
             "latency": latency_lines(results)}
    (docs / "benchmarks").mkdir(parents=True, exist_ok=True)
    for name, drawn in plots.items():
        if not drawn:
            continue
        (docs / "benchmarks" / f"{name}.svg").write_text(drawn)
    page = (pathlib.Path(__file__).parent / "page.md").read_text()
    context = contexts[0] if contexts else {}
    for name, text in {
            "machine": table(("", ""), machine.rows(contexts)), "goals": goals_table(results),
            "comparisons": comparisons(results), "growth": growth(results),
            "latencies": latencies(results), "processes": processes(results),
            "peers": peer_table(peers) if peers else "Not run this time.\n",
            "leads": f"{int(context.get('leads', 0)):,}",
            "rates": context.get("rules that fire, percent of leads", "").strip()}.items():
        page = page.replace("{{" + name + "}}", text.rstrip("\n"))
    (docs / "benchmarks.md").write_text(page)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: write_report.py RESULTS DOCS")
    main(*sys.argv[1:])
