"""Five mistakes that a type checker finds."""

import lq

policy = lq.Policy.load(5)
policy.decide([1, 2])
policy.decide({}, language=7)
policy.judge({}, language="DE")
length: int = policy.decide({}).outcome
