"""api.py BUNDLES CASES: what docs/embedding.md promises of the Python package. BUNDLES holds hello.lqb and
inbound.lqb, CASES the bundles of tests/embed/native_bundles.h."""

import datetime
import enum
import gc
import importlib.metadata
import pathlib
import resource
import sys
import threading
import unittest
from decimal import Decimal

import lq
import pyarrow

CASES = pathlib.Path(sys.argv.pop())
FOLDER = pathlib.Path(sys.argv.pop())
AS_OF = datetime.date(2026, 8, 1)
ANA = {"$id": "ana", "email": "ana@firm.example", "country": "DE", "seats": 25}


class Country(enum.Enum):
    GERMANY = "DE"


class Api(unittest.TestCase):
    def setUp(self):
        self.policy = lq.Policy.load(FOLDER / "hello.lqb")

    def decide(self, **changes):
        return self.policy.decide({**ANA, **changes}, as_of=AS_OF)

    def test_policy(self):
        self.assertEqual((self.policy.name, self.policy.version), ("hello", 1))
        self.assertTrue(self.policy.hash.startswith("sha256:"))
        self.assertEqual(self.policy.outcomes, ["call_today", "send_prices"])
        paths = [field["path"] for field in self.policy.description["schema"]["fields"]]
        self.assertIn("seats", paths)
        same = lq.Policy.open((FOLDER / "hello.lqb").read_bytes())
        self.assertEqual(same.hash, self.policy.hash)

    def test_license(self):
        files = importlib.metadata.files("lq-rules")
        texts = [file.read_text() for file in files if file.name == "LICENSE" and "dist-info" in str(file)]
        self.assertEqual(len(texts), 1)
        self.assertIn("Apache License", texts[0])

    def test_settled(self):
        decision = self.decide()
        self.assertEqual((decision.status, decision.outcome, decision.lead), ("settled", "call_today", "ana"))
        self.assertEqual(decision.confidence, Decimal("0.89"))
        self.assertEqual(decision.reasons[0], lq.Reason("MANY_SEATS", Decimal("6.021"), "rule many_seats", None))
        self.assertEqual(decision["policy"], "hello")
        self.assertEqual(decision.hash, self.policy.hash)
        self.assertEqual((decision.errors, decision.ask, decision.overruled), ([], [], []))
        self.assertEqual(decision, self.decide())
        self.assertEqual(len({decision, self.decide(), self.decide(seats=1)}), 2)

    def test_undecided(self):
        decision = self.decide(seats=None)
        self.assertEqual((decision.status, decision.outcome), ("undecided", "ask_first"))
        self.assertEqual((decision.ask[0].field, decision.ask[0].cause), ("seats", "missing"))
        self.assertEqual([one.outcome for one in decision.could_become], ["call_today", "send_prices"])

    def test_rejected(self):
        for lead in (b"", "nonsense", b"\xff", "[]", {"seats": "many"}, {}):
            decision = self.policy.decide(lead, as_of=AS_OF)
            self.assertEqual((decision.status, decision.outcome), ("rejected", None))
            self.assertTrue(decision.errors)

    def test_values(self):
        self.assertEqual(self.decide(country=Country.GERMANY), self.decide())
        self.assertEqual(self.decide(seats=Decimal("25")), self.decide())
        self.assertEqual(self.decide(seats=25.0), self.decide())
        self.assertEqual(self.decide(seats={"from": 51, "to": 200}).outcome, "call_today")
        # No digit is lost: this is no whole number, and is told as one.
        self.assertEqual(self.decide(seats=Decimal("25.0000000000000000001")).status, "rejected")
        self.assertIn("18446744073709551617", self.decide(seats=2**64 + 1).errors[0].message)
        for wrong in (float("nan"), float("inf"), Decimal("NaN"), datetime.datetime(2026, 8, 1)):
            with self.assertRaises(ValueError):
                self.decide(seats=wrong)
        for wrong in (object(), {1: 2}, {1, 2}, 1j):
            with self.assertRaises(TypeError):
                self.decide(seats=wrong)

    def test_dates(self):
        policy = lq.Policy.load(FOLDER / "inbound.lqb")
        lead = {"email": "a@firm.example", "country": "DE", "request": "demo", "visits": 4, "technicians": 40,
                "annual_budget": {"amount": Decimal("60000.00"), "currency": "EUR"}}
        with_date = policy.decide({**lead, "last_visit": datetime.date(2026, 7, 30)}, as_of=AS_OF)
        with_text = policy.decide({**lead, "last_visit": "2026-07-30"}, as_of=AS_OF)
        self.assertNotEqual(with_date.status, "rejected", with_date.json)
        self.assertEqual(with_date, with_text)
        in_german = policy.decide(lead, as_of=AS_OF, language="de")
        self.assertTrue(any(reason.text for reason in in_german.reasons))

    def test_as_of(self):
        utc = datetime.timezone.utc
        east = datetime.timezone(datetime.timedelta(hours=2))
        noon = 1785585600000
        for when in (noon, "2026-08-01T12:00:00Z", datetime.datetime(2026, 8, 1, 12, tzinfo=utc),
                     datetime.datetime(2026, 8, 1, 14, tzinfo=east)):
            self.assertEqual(self.policy.decide(ANA, as_of=when)["as_of"], "2026-08-01T12:00:00Z")
        self.assertEqual(self.policy.decide(ANA, as_of="2026-08-01")["as_of"], "2026-08-01T00:00:00Z")
        self.assertGreater(self.policy.decide(ANA)["as_of"], "2026")
        self.assertEqual(self.policy.decide(ANA, as_of="2026-08-01T12:00:00.5Z")["as_of"], "2026-08-01T12:00:00.500Z")
        texts = ("soon", "2026-02-30", "2026-W31-6", "2026-08-01x10:00:00Z", "2026-08-01T10:00Z", "2026-08-01T24:00:00Z",
                 "2026-08-01T10:00:00.1234Z", "2026-08-01\n", "2026-08-01T10:00:00+05:30:15", "\u0662026-08-01")
        for wrong in (*texts, datetime.datetime(2026, 8, 1), 2**62):
            with self.assertRaises(ValueError):
                self.policy.decide(ANA, as_of=wrong)
        for wrong in (1.5, True, 2**70):
            with self.assertRaises((TypeError, OverflowError)):
                self.policy.decide(ANA, as_of=wrong)

    def test_errors(self):
        with self.assertRaisesRegex(lq.Error, "no_such.lqb.*cannot be read"):
            lq.Policy.load("no_such.lqb")
        with self.assertRaisesRegex(lq.Error, "it is a folder"):
            lq.Policy.load(FOLDER)
        for wrong in (b"", b"nonsense", bytes(1000)):
            with self.assertRaises(lq.Error):
                lq.Policy.open(wrong)
        with self.assertRaisesRegex(lq.Error, "no toggle `nope`"):
            self.policy.decide(ANA, toggles={"nope": True})
        with self.assertRaisesRegex(lq.Error, "language `XX`"):
            self.policy.decide(ANA, language="XX")

    def test_options(self):
        for wrong in ("false", 0, 1, None):
            with self.assertRaisesRegex(TypeError, "True or False"):
                self.policy.decide(ANA, toggles={"x": wrong})
        with self.assertRaises(TypeError):
            self.policy.decide(ANA, toggles={5: True})
        with self.assertRaises(TypeError):
            lq.Policy.load(FOLDER / "hello.lqb", native="false")
        for wrong in (7, ["DE"], {}):
            with self.assertRaises(TypeError):
                self.policy.decide(ANA, language=wrong)
        # A NUL would cut them.
        for given in ({"language": "D\0E"}, {"toggles": {"x\0y": True}}):
            with self.assertRaises(ValueError):
                self.policy.decide(ANA, **given)
        with self.assertRaises(ValueError):
            lq.Policy.load(str(FOLDER / "hello.lqb") + "\0.txt")

    def test_descriptions_are_exact(self):
        self.assertEqual(self.policy.description["outcomes"][0]["needs"], Decimal("0.7"))
        great = lq.Policy.load(FOLDER / "great.lqb").description["schema"]["fields"]
        highs = {field["path"]: field.get("high") for field in great}
        self.assertEqual(highs["visits"], 9007199254740993)

    def test_batches(self):
        leads = [ANA, {**ANA, "$id": "bo", "seats": 3}, {**ANA, "$id": "cem", "seats": None},
                 {**ANA, "$id": "dee", "country": None}]
        names = ["$id", "email", "country", "seats"]
        batch = pyarrow.RecordBatch.from_pylist([{name: lead[name] for name in names} for lead in leads])
        batch = batch.append_column("shoe", pyarrow.array([1, 2, 3, 4]))
        for reasons in ("sets", "lists"):
            columns = self.policy.decide_batch(batch, as_of=AS_OF, reasons=reasons)
            self.assertEqual(columns.unmapped, ["shoe"])
            rows = pyarrow.record_batch(columns).to_pylist()
            for lead, row in zip(leads, rows, strict=True):
                one = self.policy.decide(lead, as_of=AS_OF)
                self.assertEqual((row["lead"], row["status"], row["outcome"]), (one.lead, one.status, one.outcome))
                self.assertEqual(row["confidence"] or 0, one.confidence * 1000)
                self.assertEqual(row["reasons"], [reason.code for reason in one.reasons])
            with self.assertRaisesRegex(ValueError, "handed over"):
                pyarrow.record_batch(columns)
        with self.assertRaisesRegex(lq.Error, "column `seats` is utf8"):
            self.policy.decide_batch(pyarrow.record_batch({"seats": ["many"]}))
        with self.assertRaisesRegex(lq.Error, "no toggle `nope`"):
            self.policy.decide_batch(batch, toggles={"nope": True})
        with self.assertRaises(ValueError):
            self.policy.decide_batch(batch, reasons="songs")

    def test_verdicts(self):
        verdict = self.policy.judge(ANA, as_of=AS_OF)
        self.assertEqual(verdict, lq.Verdict(
            "ana", "settled", "call_today", "call_today", Decimal("0.89"), Decimal("0.89"),
            [lq.Rule("many_seats", None, "call_today")], []))
        verdict = self.policy.judge({**ANA, "seats": None}, as_of=AS_OF)
        self.assertEqual((verdict.status, verdict.outcome, verdict.rules), ("undecided", "ask_first", []))
        verdict = self.policy.judge(b"[]", as_of=AS_OF)
        self.assertEqual((verdict.status, verdict.outcome, verdict.lead), ("rejected", None, None))
        self.assertEqual(verdict.errors[0].code, "type")
        with self.assertRaisesRegex(lq.Error, "no toggle `nope`"):
            self.policy.judge(ANA, toggles={"nope": True})

    def test_native(self):
        self.assertEqual((self.policy.native, self.policy.native_problem), (False, None))
        with_code = lq.Policy.load(CASES / "native.lqb", native=True)
        self.assertEqual((with_code.native, with_code.native_problem), (True, None))
        self.assertFalse(lq.Policy.load(CASES / "native.lqb").native)
        self.assertTrue(lq.Policy.open((CASES / "native.lqb").read_bytes(), native=True).native)
        others = {"none": "holds no machine code", "other": "for this processor", "older": "another version",
                  "damaged": "is damaged"}
        for name, why in others.items():
            policy = lq.Policy.load(CASES / f"{name}.lqb", native=True)
            self.assertFalse(policy.native)
            self.assertIn(why, policy.native_problem)
            self.assertEqual(policy.judge(ANA, as_of=AS_OF), with_code.judge(ANA, as_of=AS_OF))

    def test_batches_of_verdicts(self):
        names = ["$id", "email", "country", "seats"]
        leads = [{**ANA, "$id": f"lead {i}", "seats": i if i % 7 else None} for i in range(300)]
        leads[5]["country"] = None
        batch = pyarrow.RecordBatch.from_pylist([{name: lead[name] for name in names} for lead in leads])
        for native in (False, True):
            policy = lq.Policy.load(CASES / "native.lqb", native=native)
            self.assertEqual(policy.native, native)
            rows = pyarrow.record_batch(policy.judge_batch(batch, as_of=AS_OF)).to_pylist()
            for lead, row in zip(leads, rows, strict=True):
                one = policy.judge(lead, as_of=AS_OF)
                self.assertEqual((row["lead"], row["status"], row["outcome"], row["proposed"]), one[:4])
                self.assertEqual(row["confidence"] or 0, one.confidence * 1000)
                self.assertEqual(row["rules"], [f"rule {rule.name}" for rule in one.rules])
                self.assertEqual([error["code"] for error in row["errors"]], [error.code for error in one.errors])
        with self.assertRaisesRegex(lq.Error, "column `seats` is utf8"):
            self.policy.judge_batch(pyarrow.record_batch({"seats": ["many"]}))

    def test_threads(self):
        expected = {seats: self.decide(seats=seats).json for seats in range(50)}
        wrong = []

        def work():
            for i in range(2000):
                if self.decide(seats=i % 50).json != expected[i % 50]:
                    wrong.append(i)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_memory(self):
        def use():
            for _ in range(200):
                policy = lq.Policy.load(FOLDER / "inbound.lqb")
                policy.decide({"email": "a@firm.example"}, as_of=AS_OF)
            gc.collect()
            return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

        use()
        before = use()
        self.assertLess(max(use(), use()), before * 1.05)


unittest.main()
