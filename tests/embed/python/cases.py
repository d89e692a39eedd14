"""cases.py FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote them: each as
the text that it is, and as the dict that it means; and judges it by the plan and by machine code."""

import decimal
import json
import pathlib
import sys

import lq


class Twice(Exception):
    pass


def no_twice(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise Twice
    return members


def as_dict(lead):
    """What the JSON says; None when it is none, or says something twice."""
    try:
        decoded = json.loads(lead.decode(), parse_float=decimal.Decimal, object_pairs_hook=no_twice,
                             parse_constant=lambda name: None)
    except (ValueError, Twice, RecursionError):
        return None
    return decoded if isinstance(decoded, dict) else None


def without_errors(text):
    """Messages quote what was sent, letter by letter."""
    decision = json.loads(text)
    for error in decision.get("errors", []):
        error["message"] = ""
    return decision


def agrees(verdict, decision):
    """Whether it says what the decision says."""
    same = ("lead", "status", "outcome", "proposed", "confidence", "ceiling", "errors")
    fired = {f"table {rule.name} row {rule.row}" if rule.row else f"rule {rule.name}"
             for rule in verdict.rules if rule.outcome == verdict.proposed}
    reasons = {reason.source for reason in decision.reasons if reason.source.startswith(("rule ", "table "))}
    return fired == reasons and all(getattr(verdict, name) == getattr(decision, name) for name in same)


folder = pathlib.Path(sys.argv[1])
policies = {}
natives = {}
decided = wrong = dicts = by_code = 0
for line in (folder / "cases.tsv").read_bytes().decode().split("\n")[:-1]:
    name, bundle, as_of, toggles, language, lead, expected = line.split("\t")
    if bundle not in policies:
        policies[bundle] = lq.Policy.load(folder / bundle)
        natives[bundle] = lq.Policy.load(folder / bundle, native=True)
    states = {word.split("=")[0]: word[-1] == "1" for word in toggles.split(",") if word}
    given = {"as_of": int(as_of), "toggles": states, "language": language or None}
    lead = bytes.fromhex(lead)
    decision = policies[bundle].decide(lead, **given)
    decided += 1
    if decision.json != expected:
        wrong += 1
        print(name, "expected " + expected, "got      " + decision.json, sep="\n  ")
    timed = {"as_of": int(as_of), "toggles": states}
    by_code += natives[bundle].native
    for policy in (policies[bundle], natives[bundle]):
        verdict = policy.judge(lead, **timed)
        if not agrees(verdict, decision):
            wrong += 1
            print(name, "as a verdict", "expected " + expected, f"got      {verdict}", sep="\n  ")
    members = as_dict(lead)
    if members is None:
        continue
    try:
        from_dict = policies[bundle].decide(members, **given)
    except UnicodeEncodeError:
        # Half of a character, which only an escape in JSON can say.
        continue
    dicts += 1
    same = from_dict.json == expected
    if not same and without_errors(from_dict.json) != without_errors(expected):
        wrong += 1
        print(name, "from a dict", "expected " + expected, "got      " + from_dict.json, sep="\n  ")
print(f"Python: {decided} cases, {dicts} of them as dicts too, {by_code} also by machine code, {wrong} differ")
sys.exit(0 if min(dicts, by_code) > decided // 2 and wrong == 0 else 1)
