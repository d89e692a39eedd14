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
try:
    lq.Policy.open(b"")
except lq.Error as error:
    print(error)
