"""Validates leads by a public validator of JSON Schema.

Reads lines of JSON, each {"schema": text} or {"lead": text, "accepted": bool, "errors": [..]}; a lead
belongs to the last schema before it. Prints a line for each lead of which validator and intake think
differently, and at the end how many there were. Exit status 77: the validator is not installed.
"""

import json
import sys
from decimal import Decimal
from importlib.metadata import version

try:
    from jsonschema import Draft202012Validator, FormatChecker
except ImportError:
    sys.exit(77)

if tuple(int(part) for part in version("jsonschema").split(".")[:2]) < (4, 18):
    # Takes a property called `$id`, as ours is, for the name of a schema.
    from jsonschema import RefResolver
    RefResolver._find_in_subschemas = lambda self, url: None


def exact(text):
    """12.0 is the integer 12; everything else keeps its digits."""
    number = Decimal(text)
    return int(number) if number == number.to_integral_value() else number


def refuse_duplicates(pairs):
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError("duplicate key")
    return members


def valid(validator, text):
    try:
        lead = json.loads(text, parse_float=exact, object_pairs_hook=refuse_duplicates)
    except ValueError:
        return False
    return validator.is_valid(lead)


leads = 0
for line in sys.stdin:
    item = json.loads(line)
    if "schema" in item:
        schema = json.loads(item["schema"], parse_float=Decimal)
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        continue
    leads += 1
    if valid(validator, item["lead"]) != item["accepted"]:
        print("accepted by us" if item["accepted"] else "rejected by us",
              ",".join(item["errors"]), item["lead"])
print("leads", leads)
