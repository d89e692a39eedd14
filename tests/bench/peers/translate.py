"""Writes one list of rules (rules.json, by peer_inputs) in the language of each peer.

A test has a field and either `in`, a list of values, or `from` and `to`, either of which may be absent.
"""
import json


def text(value):
    return json.dumps(value)


def infix(test, prefix, one_of, both):
    """A test in a language with infix operators; `one_of` writes that a name is in a list."""
    name = prefix + test["field"]
    if "in" in test:
        values = test["in"]
        if len(values) == 1:
            return f"{name} == {text(values[0])}"
        return one_of(name, ", ".join(text(value) for value in values))
    parts = []
    if "from" in test:
        parts.append(f"{name} >= {test['from']}")
    if "to" in test:
        parts.append(f"{name} <= {test['to']}")
    return both.join(parts)


def cel(rules):
    """An expression a rule; the host takes the first that is true."""
    def expression(rule):
        return " && ".join(infix(test, "lead.", lambda n, v: f"{n} in [{v}]", " && ")
                           for test in rule["tests"])
    return {"otherwise": rules["otherwise"],
            "rules": [{"outcome": rule["outcome"], "when": expression(rule)}
                      for rule in rules["rules"]]}


def cedar(rules):
    """A policy a rule; the host takes the first of the policies that determined the answer."""
    def policy(rule):
        conditions = " && ".join(
            infix(test, "context.", lambda n, v: f"[{v}].contains({n})", " && ")
            for test in rule["tests"])
        return f"permit(principal, action, resource) when {{ {conditions} }};"
    return {"otherwise": rules["otherwise"],
            "rules": [{"outcome": rule["outcome"], "when": policy(rule)}
                      for rule in rules["rules"]]}


def rego(rules):
    """A member of a set a rule; the host takes the least."""
    lines = ["package lq", ""]
    for number, rule in enumerate(rules["rules"]):
        conditions = "; ".join(infix(test, "input.", lambda n, v: f"{n} in {{{v}}}", "; ")
                               for test in rule["tests"])
        lines.append(f"fired contains {number} if {{ {conditions} }}")
    return "\n".join(lines) + "\n"


def sql(rules):
    """One CASE over the columns of the table `leads`."""
    def quoted(value):
        return f"'{value}'" if isinstance(value, str) else text(value)

    def condition(test):
        if "in" in test:
            return f"{test['field']} in ({', '.join(quoted(value) for value in test['in'])})"
        return infix(test, "", None, " and ")
    branches = [f"when {' and '.join(condition(test) for test in rule['tests'])} "
                f"then '{rule['outcome']}'" for rule in rules["rules"]]
    return "case " + "\n".join(branches) + f"\nelse '{rules['otherwise']}' end"


def json_logic(rules):
    """One `if` of all rules."""
    def tests(test):
        name = {"var": test["field"]}
        if "in" in test:
            values = test["in"]
            yield {"==": [name, values[0]]} if len(values) == 1 else {"in": [name, values]}
        if "from" in test:
            yield {">=": [name, test["from"]]}
        if "to" in test:
            yield {"<=": [name, test["to"]]}
    branches = []
    for rule in rules["rules"]:
        branches.append({"and": [part for test in rule["tests"] for part in tests(test)]})
        branches.append(rule["outcome"])
    return {"if": branches + [rules["otherwise"]]}


def json_rules(rules):
    """A rule with a priority each, and the event `otherwise` below all."""
    def conditions(test):
        if "in" in test:
            yield {"fact": test["field"], "operator": "in", "value": test["in"]}
        if "from" in test:
            yield {"fact": test["field"], "operator": "greaterThanInclusive", "value": test["from"]}
        if "to" in test:
            yield {"fact": test["field"], "operator": "lessThanInclusive", "value": test["to"]}
    count = len(rules["rules"])
    return {"otherwise": rules["otherwise"],
            "rules": [{"priority": count - number,
                       "conditions": {"all": [part for test in rule["tests"]
                                              for part in conditions(test)]},
                       "event": {"type": rule["outcome"]}}
                      for number, rule in enumerate(rules["rules"])]}


def zen(rules):
    """A decision table that stops at the first row."""
    def cell(test):
        if "in" in test:
            return ", ".join(text(value) for value in test["in"])
        if "from" in test and "to" in test:
            return f"[{test['from']}..{test['to']}]"
        return f">= {test['from']}" if "from" in test else f"<= {test['to']}"
    fields = [field["name"] for field in rules["fields"] if field["kind"] != "text"]
    rows = []
    for number, rule in enumerate(rules["rules"]):
        row = {name: "" for name in fields}
        row.update({test["field"]: cell(test) for test in rule["tests"]})
        rows.append({"_id": f"r{number}", **row, "outcome": text(rule["outcome"])})
    rows.append({"_id": "otherwise", **{name: "" for name in fields},
                 "outcome": text(rules["otherwise"])})
    table = {"hitPolicy": "first",
             "inputs": [{"id": name, "name": name, "field": name} for name in fields],
             "outputs": [{"id": "outcome", "name": "outcome", "field": "outcome"}],
             "rules": rows}
    nodes = [{"id": "in", "name": "in", "type": "inputNode"},
             {"id": "table", "name": "table", "type": "decisionTableNode", "content": table},
             {"id": "out", "name": "out", "type": "outputNode"}]
    edges = [{"id": "e1", "type": "edge", "sourceId": "in", "targetId": "table"},
             {"id": "e2", "type": "edge", "sourceId": "table", "targetId": "out"}]
    return {"nodes": nodes, "edges": edges}


TEMPLATES = {"cel.json": cel, "cedar.json": cedar, "policy.rego": rego, "case.sql": sql,
             "json_logic.json": json_logic, "json_rules.json": json_rules, "zen.json": zen}


def translate(folder):
    """Writes each translation beside `folder`/rules.json."""
    rules = json.loads((folder / "rules.json").read_text())
    for name, template in TEMPLATES.items():
        made = template(rules)
        (folder / name).write_text(made if isinstance(made, str) else json.dumps(made))
