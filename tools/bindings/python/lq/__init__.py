"""LQ: policies that decide leads.

    import lq

    policy = lq.Policy.load("hello.lqb")
    decision = policy.decide({"email": "ana@firm.example", "country": "DE"}, as_of="2026-08-01")
    decision.status, decision.outcome, decision.confidence
"""

from lq._native import Error
from lq._native import version as __version__
from lq.decision import Ask, CouldBecome, Decision, HeldBy, LeadError, Reason, Score
from lq.policy import Policy
from lq.verdict import Rule, Verdict

__all__ = [
    "Ask",
    "CouldBecome",
    "Decision",
    "Error",
    "HeldBy",
    "LeadError",
    "Policy",
    "Reason",
    "Rule",
    "Score",
    "Verdict",
    "__version__",
]
