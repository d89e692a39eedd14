"""What a type checker makes of the package: nothing here is wrong."""

import datetime
from decimal import Decimal

import lq

policy: lq.Policy = lq.Policy.load("hello.lqb")
lead = {"email": "a@b.example", "seats": 3, "amount": Decimal("1.20"), "on": datetime.date.today()}
decision: lq.Decision = policy.decide(lead, as_of=datetime.date.today(), toggles={"t": True}, language="DE")
outcome: str | None = decision.outcome
confidence: Decimal = decision.confidence
codes: list[str] = [reason.code for reason in decision.reasons]
fields: list[str] = [ask.field for ask in decision.ask]
native: bool = lq.Policy.load("hello.lqb", native=True).native
verdict: lq.Verdict = policy.judge(lead, as_of="2026-08-01")
rules: list[tuple[str, int | None]] = [(rule.name, rule.row) for rule in verdict.rules]
try:
    lq.Policy.open(b"")
except lq.Error as error:
    print(error)
