import json

import cel

from measure import measure, read

POLICY = json.loads(read("cel.json"))
RULES = [(cel.compile(rule["when"]), rule["outcome"]) for rule in POLICY["rules"]]


def decide(lead):
    for when, outcome in RULES:
        if when.execute({"lead": lead}):
            return outcome
    return POLICY["otherwise"]


measure("common-expression-language", decide)
