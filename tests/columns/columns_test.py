"""Leads and decisions as columns, with pyarrow on the other side:  columns_test.py LIBRARY

What a batch says is also written as canonical leads, one by one; both must be decided alike.
"""

import ctypes
import datetime
import decimal
import json
import random
import sys
import unittest

import pyarrow as pa
import pyarrow.compute as pc

SCHEMA = """edition 2026
schema lead version 1
enum role_kind of student, user "User", decision_maker "Decision Maker"
enum topic of demo, price, other
field email is email required
field name is text at most 40 optional
field country is country optional
field language is language optional
field visits is integer from 0 to 10000 optional
field rate is decimal 2 places from -100 to 100 optional
field budget is money EUR from 0 to 10000000 optional
field share is percent optional
field role is one of role_kind optional
field demo is yes_no optional
field first_seen is date optional
field asked_at is instant optional
field site is domain optional
field tel is phone optional
field topics is list of topic at most 4 optional
field lax is integer from 0 to 10 optional
  if invalid treat as missing
field company.size is integer from 1 to 5000000 optional
  sources crm, form
  if sources disagree keep both
field company.hq.city is text optional
derived fee is 10% of budget rounding half_even
derived idle is days since first_seen
derived later is first_seen plus 1 days
"""

POLICY = """edition 2026
policy columns version 4
uses schema lead
outcomes strongest first
  call needs 70%, offer, nurture
  otherwise nurture weakly because NO_FIT
  undecided becomes ask_lead
  doubtful becomes review
score fit from 0 to 100
  begins at 10
  add 40 when visits at least 20 because FIT_VISITS
  subtract 5 when demo is no because FIT_NO_DEMO
table tier gives one of tier_kind
  | visits | tier |
  | at least 100 | large |
  otherwise small
enum tier_kind of small, large
rule visitor
  choose call strongly
  when visits at least 20 and country in [DE, AT]
  reason VISITOR
rule rich
  choose call fairly
  when budget at least 5000 EUR or rate at least 12.5 or share at least 80%
  reason RICH
rules table by_role hit first
  | role | company.size | choose | strength | reason |
  | student | any | nurture | strongly | STUDENT |
  | decision_maker | at least 51 | offer | fairly | DECIDER |
evidence asked supports call by 2 points
  when topics has any of [demo]
  reason ASKED
evidence known supports offer by 1 points
  when name is known
  reason KNOWN
guard late
  when asked_at after 2026-07-20T00:00:00Z
  never
  reason LATE
content greeting EN "Hello {name else 'there'} in {company.hq.city else 'your town'}."
output fee, greeting, idle, later, tier
"""

AS_OF = 1_785_542_400_000
LIBRARY = None


class Peer:
    """A policy behind the C data interface."""

    def __init__(self, as_lists=False):
        self.peer = ctypes.c_void_p(
            LIBRARY.PeerOpen(SCHEMA.encode(), POLICY.encode(), 1 if as_lists else 0)
        )
        assert self.peer.value, "the policy does not check"

    def __del__(self):
        LIBRARY.PeerClose(self.peer)

    def bind(self, schema):
        c_schema = ctypes.create_string_buffer(72)
        schema._export_to_c(ctypes.addressof(c_schema))
        return LIBRARY.PeerBind(self.peer, c_schema).decode()

    def decide(self, batch):
        c_schema = ctypes.create_string_buffer(72)
        c_array = ctypes.create_string_buffer(80)
        c_in = ctypes.create_string_buffer(80)
        batch._export_to_c(ctypes.addressof(c_in))
        problem = LIBRARY.PeerDecide(self.peer, c_in, AS_OF, c_schema, c_array).decode()
        decisions = pa.RecordBatch._import_from_c(
            ctypes.addressof(c_array), ctypes.addressof(c_schema)
        )
        assert problem == "", problem
        decisions.validate(full=True)
        return decisions

    def decide_json(self, lead):
        text = LIBRARY.PeerDecideJson(self.peer, json.dumps(lead).encode(), AS_OF)
        return json.loads(text.decode())


def plain(value):
    """A value of pyarrow as the canonical lead writes it."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, decimal.Decimal):
        return int(value) if value.as_tuple().exponent == 0 else str(value)
    if isinstance(value, datetime.datetime):
        return (
            value.astimezone(datetime.timezone.utc)
            .isoformat(timespec="milliseconds")
            .replace("+00:00", "Z")
        )
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def canonical(row):
    lead = {}
    for name, value in row.items():
        place = lead
        if name.endswith(":json"):
            name = name[: -len(":json")]
            value = None if value is None else json.loads(value)
        *parents, last = name.split(".")
        for parent in parents:
            place = place.setdefault(parent, {})
        value = plain(value)
        place[last] = value
    return lead


def expected(decision):
    """The columns that a decision's JSON stands for."""
    decided = decision["status"] != "rejected"
    codes = []
    for reason in decision.get("reasons", []):
        if reason["code"] not in codes:
            codes.append(reason["code"])
    return {
        "lead": decision["lead"],
        "status": decision["status"],
        "outcome": decision["outcome"] if decided else None,
        "proposed": decision["proposed"] if decided else None,
        "confidence": round(decision["confidence"] * 1000) if decided else None,
        "ceiling": round(decision["ceiling"] * 1000) if decided else None,
        "tension": decision["tension"] if decided else None,
        "reasons": codes,
        "could_become": [one["outcome"] for one in decision.get("could_become", [])],
        "held_by": [
            "needs" if "needs" in one else "guard " + one["guard"]
            for one in decision.get("held_by", [])
        ],
        "ask": [one["field"] for one in decision.get("ask", [])],
        "errors": decision.get("errors", []),
    }


def output(decision, name, json_of):
    """An output's two columns: the JSON of the one, or the text of the other."""
    value = decision["outputs"][name]
    several = isinstance(value, dict) and ("one_of" in value or "from" in value)
    return (None, value) if several else (json_of(value), None)


class Columns(unittest.TestCase):
    def same(self, batch, peer=None, names=()):
        """Decides the batch, and each row as a canonical lead."""
        peer = peer or Peer()
        self.assertEqual(peer.bind(batch.schema), "")
        decisions = peer.decide(batch)
        rows = decisions.to_pylist()
        self.assertEqual(len(rows), batch.num_rows)
        for given, row in zip(batch.to_pylist(), rows):
            decision = peer.decide_json(canonical(given))
            for name, value in expected(decision).items():
                if name not in names:
                    self.assertEqual(row[name], value, (name, given, decision))
            if decision["status"] != "rejected":
                self.same_outputs(row, decision)
        return decisions

    def same_outputs(self, row, decision):
        outputs = row["outputs"]
        fit = decision["scores"]["fit"]
        self.assertEqual(row["scores"]["fit"], {"low": fit["low"], "high": fit["high"]})
        for name, json_of in [
            ("greeting", lambda value: value),
            ("idle", lambda value: value),
            ("tier", lambda value: value),
            ("fee", lambda value: decimal.Decimal(value["amount"])),
            ("later", datetime.date.fromisoformat),
        ]:
            value, several = output(decision, name, json_of)
            self.assertEqual(outputs[name], value, decision)
            text = outputs[name + ":json"]
            self.assertEqual(None if text is None else json.loads(text), several, decision)

    def batch(self, rows=5, **columns):
        emails = pa.array(["ana%d@firm.example" % row for row in range(rows)])
        return pa.record_batch({"email": emails, **columns})

    def test_texts_of_every_layout(self):
        words = ["Ana", None, "", "Zoë", "a name that is longer than twelve bytes"]
        for kind in [pa.utf8(), pa.large_utf8(), pa.string_view()]:
            self.same(self.batch(name=pa.array(words, kind)))
        for index in [
            pa.int8(),
            pa.uint8(),
            pa.int16(),
            pa.uint16(),
            pa.int32(),
            pa.uint32(),
            pa.int64(),
            pa.uint64(),
        ]:
            for kind in [pa.utf8(), pa.large_utf8()]:
                self.same(self.batch(name=pa.array(words).cast(pa.dictionary(index, kind))))

    def test_numbers_of_every_width(self):
        for kind in [
            pa.int8(),
            pa.uint8(),
            pa.int16(),
            pa.uint16(),
            pa.int32(),
            pa.uint32(),
            pa.int64(),
            pa.uint64(),
        ]:
            self.same(self.batch(visits=pa.array([0, None, 20, 100, 127], kind)))
            self.same(self.batch(budget=pa.array([0, None, 20, 100, 127], kind)))
        self.same(self.batch(visits=pa.array([0, -1, 10000, 10001, -(2**63)], pa.int64())))
        for kind in [pa.float32(), pa.float64()]:
            self.same(
                self.batch(visits=pa.array([0.0, None, 20.0, 1e4, -0.0], kind)), names=("errors",)
            )

    def test_floats_are_what_json_holds(self):
        self.same(self.batch(rate=pa.array([0.1, 12.5, 99.99, -100.0, 0.30000000000000004])))
        self.same(self.batch(rate=pa.array([1e300, 5e-324, 100.01, 0.1 + 0.2, 1 / 3])))

    def test_decimals_are_exact(self):
        values = [decimal.Decimal(text) for text in ["0", "12.5", "-99.99", "12.50", "100.01"]]
        for kind in [
            pa.decimal128(10, 2),
            pa.decimal128(38, 6),
            pa.decimal32(9, 3),
            pa.decimal64(18, 4),
        ]:
            self.same(self.batch(rate=pa.array(values, kind)), names=("errors",))
        self.same(
            self.batch(budget=pa.array([decimal.Decimal("5999.99")] * 5, pa.decimal128(12, 2)))
        )
        self.same(
            self.batch(
                visits=pa.array(
                    [decimal.Decimal(n) for n in [0, 20, 99, 100, 10000]], pa.decimal128(8, 0)
                )
            )
        )

    def test_yes_and_no(self):
        self.same(self.batch(demo=pa.array([True, None, False, True, False])))
        self.same(self.batch(demo=pa.array(["yes", None, "no", "maybe", ""])))

    def test_dates_and_times(self):
        days = [
            datetime.date(2026, 7, 1),
            None,
            datetime.date(1, 1, 1),
            datetime.date(9999, 12, 31),
            datetime.date(1970, 1, 1),
        ]
        for kind in [pa.date32(), pa.date64()]:
            self.same(self.batch(first_seen=pa.array(days, kind)))
        self.same(self.batch(first_seen=pa.array(["2026-07-01", None, "2026-02-30", "", "x"])))
        times = [
            datetime.datetime(2026, 7, 19, 23, 59, 59),
            None,
            datetime.datetime(2026, 7, 20, 0, 0, 1),
            datetime.datetime(1970, 1, 1),
            datetime.datetime(1969, 12, 31, 23, 59, 59),
        ]
        for unit in ["s", "ms", "us", "ns"]:
            for zone in ["UTC", "Europe/Berlin", "+02:00"]:
                self.same(self.batch(asked_at=pa.array(times, pa.timestamp(unit, zone))))

    def test_enums_codes_and_addresses(self):
        self.same(
            self.batch(
                role=pa.array(
                    ["student", "User", "Decision Maker", "boss", None]
                ).dictionary_encode()
            )
        )
        self.same(self.batch(country=pa.array(["DE", "AT", "XX", "de", None]).dictionary_encode()))
        self.same(self.batch(language=pa.array(["en", "EN", "de", "xx", None])))
        self.same(self.batch(site=pa.array(["Firm.example", "x", "bücher.example", "", None])))
        self.same(
            self.batch(tel=pa.array(["+49 30 1234567", "030", "+1 (555) 0100-200", "", None]))
        )
        self.same(
            pa.record_batch(
                {"email": pa.array(["Ana@FIRM.example", "ana", None, "", "a@b.example"])}
            )
        )

    def test_lists(self):
        lists = [
            ["demo"],
            [],
            None,
            ["price", "demo", "demo"],
            ["demo", "price", "other", "demo", "demo"],
        ]
        words = pa.dictionary(pa.int32(), pa.utf8())
        for kind in [
            pa.list_(pa.utf8()),
            pa.large_list(pa.utf8()),
            pa.list_(pa.large_utf8()),
            pa.list_(pa.string_view()),
            pa.list_(words),
        ]:
            self.same(self.batch(topics=pa.array(lists, kind)))
        self.same(self.batch(topics=pa.array([["demo", None], ["x"], [], None, ["demo"]])))
        self.same(self.batch(topics=pa.array([[], None, [], [], []], pa.list_(pa.null()))))

    def test_nothing(self):
        self.same(self.batch(visits=pa.nulls(5), role=pa.nulls(5), topics=pa.nulls(5)))
        self.same(pa.record_batch({"email": pa.nulls(3)}))

    def test_structs_and_dots(self):
        company = pa.array(
            [
                {"size": 60, "hq": {"city": "Graz"}},
                None,
                {"size": None, "hq": None},
                {"size": 0, "hq": {"city": ""}},
                {"size": 51, "hq": {"city": None}},
            ]
        )
        batch = self.batch(company=company, role=pa.array(["decision_maker"] * 5))
        self.same(batch)
        self.same(batch.slice(1, 3))
        size = pa.array([60, None, 0, 51, 5])
        self.same(self.batch(**{"company.size": size, "company.hq.city": pa.array(["Graz"] * 5)}))

    def test_json_says_what_a_column_cannot(self):
        values = [
            '{"from": 40, "to": 60}',
            None,
            "60",
            '{"one_of": [50, 60]}',
            '{"reports": [{"value": 40, "source": "crm"}, {"value": 60, "source": "form"}]}',
        ]
        self.same(
            self.batch(
                **{"company.size:json": pa.array(values), "role": pa.array(["decision_maker"] * 5)}
            )
        )

    def test_what_does_not_fit_rejects_a_lead_or_counts_as_missing(self):
        decisions = self.same(
            self.batch(
                visits=pa.array([0, 10001, -1, 20, None]), lax=pa.array([1, 11, -1, 10, None])
            )
        )
        statuses = decisions.column("status").to_pylist()
        self.assertEqual(
            [status == "rejected" for status in statuses], [False, True, True, False, False]
        )
        errors = decisions.column("errors").to_pylist()
        self.assertEqual(
            errors[1],
            [
                {
                    "path": "visits",
                    "code": "range",
                    "message": "`visits` is 10001, but it goes from 0 to 10000; correct the value, or widen the field's range",
                }
            ],
        )

    def test_ids(self):
        self.same(self.batch(**{"$id": pa.array(["L-1", "", None, "Zoë", "L-5"])}))
        self.same(
            self.batch(**{"$id": pa.array(["L-1", "", None, "Zoë", "L-5"]).dictionary_encode()})
        )
        self.same(self.batch(**{"$id": pa.array([1, 2**63 - 1, None, -1, 0])}))

    def test_slices_and_no_rows(self):
        random.seed(5)
        count = 3000
        columns = {
            "email": pa.array(["ana%d@firm.example" % random.randrange(100) for _ in range(count)]),
            "visits": pa.array(
                [random.choice([None, 0, 19, 20, 99, 100, 10001]) for _ in range(count)], pa.int16()
            ),
            "country": pa.array(
                [random.choice([None, "DE", "AT", "FR"]) for _ in range(count)]
            ).dictionary_encode(),
            "demo": pa.array([random.choice([None, True, False]) for _ in range(count)]),
            "topics": pa.array(
                [random.choice([None, [], ["demo"], ["price", "demo"]]) for _ in range(count)]
            ),
            "budget": pa.array(
                [random.choice([None, 4999.99, 5000.0, 8000.0]) for _ in range(count)]
            ),
            "role": pa.array(
                [random.choice([None, "student", "decision_maker"]) for _ in range(count)]
            ).dictionary_encode(),
            "company": pa.array(
                [random.choice([None, {"size": 60}, {"size": None}]) for _ in range(count)]
            ),
        }
        batch = pa.record_batch(columns)
        self.same(batch)
        for offset, length in [
            (0, 0),
            (1, 1),
            (7, 100),
            (63, 65),
            (1000, 2000),
            (2999, 1),
            (3000, 0),
        ]:
            self.same(batch.slice(offset, length))

    def test_reasons_as_lists(self):
        batch = self.batch(
            visits=pa.array([20] * 5), country=pa.array(["DE", "AT", "FR", None, "DE"])
        )
        self.same(batch, Peer(as_lists=True))

    def test_decisions_outlive_the_policy(self):
        peer = Peer()
        batch = self.batch(visits=pa.array([20] * 5))
        self.assertEqual(peer.bind(batch.schema), "")
        decisions = [peer.decide(batch) for _ in range(3)]
        rows = decisions[0].to_pylist()
        outcome = decisions[1].column("outcome")
        del decisions[1], peer
        self.assertEqual(decisions[1].to_pylist(), rows)
        self.assertEqual(outcome.to_pylist(), [row["outcome"] for row in rows])

    def test_decisions_are_a_table_like_any_other(self):
        peer = Peer(as_lists=True)
        batch = self.batch(
            visits=pa.array([20, 20, 0, None, 20]), country=pa.array(["DE", "AT", "FR", "DE", "DE"])
        )
        self.assertEqual(peer.bind(batch.schema), "")
        table = pa.Table.from_batches([peer.decide(batch), peer.decide(batch)])
        counts = {
            one["values"]: one["counts"]
            for one in pc.value_counts(table["proposed"].combine_chunks()).to_pylist()
        }
        self.assertEqual(sum(counts.values()), 10)
        self.assertEqual(table.schema.metadata[b"lq.policy"], b"columns")
        self.assertEqual(table.schema.metadata[b"lq.version"], b"4")
        fee = table.schema.field("outputs").type.field("fee")
        self.assertEqual(fee.metadata, {b"currency": b"EUR"})

    def test_what_cannot_be_bound(self):
        peer = Peer()
        problems = peer.bind(
            pa.schema(
                [
                    ("visits", pa.utf8()),
                    ("asked_at", pa.timestamp("ms")),
                    ("site", pa.binary()),
                    ("company", pa.struct([("size", pa.bool_())])),
                    ("topics", pa.utf8()),
                ]
            )
        )
        self.assertEqual(
            problems.split("\n"),
            [
                "column `visits` is utf8, but its field takes a whole number from 0 to 10000; make it an integer, decimal or "
                "float column",
                "column `asked_at` is timestamp[ms] without a zone, but its field takes a date and time with its zone, written "
                '"2026-07-01T10:00:00Z"; make it a timestamp column with a zone (UTC), or texts such as `2026-07-01T10:00:00Z`',
                'column `site` is binary, but its field takes a domain, written "firm.example"; make it a utf8 column, plain or '
                "a dictionary",
                "column `company.size` is bool, but its field takes a whole number from 1 to 5000000; make it an integer, decimal "
                "or float column",
                "column `topics` is utf8, but its field takes a list of at most 4 names; make it a list column of utf8, plain or "
                "a dictionary",
                "no column bears `email`, but every lead needs it; add a utf8 column, plain or a dictionary",
            ],
        )


if __name__ == "__main__":
    LIBRARY = ctypes.CDLL(sys.argv.pop(1))
    LIBRARY.PeerOpen.restype = ctypes.c_void_p
    for name in ["PeerBind", "PeerDecide", "PeerDecideJson"]:
        getattr(LIBRARY, name).restype = ctypes.c_char_p
    LIBRARY.PeerDecide.argtypes = [
        ctypes.c_void_p,
        ctypes.c_void_p,
        ctypes.c_int64,
        ctypes.c_void_p,
        ctypes.c_void_p,
    ]
    LIBRARY.PeerDecideJson.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int64]
    unittest.main(verbosity=0)
