"""What the engine is to reach, and what a run reached of it."""
from dataclasses import dataclass


@dataclass
class Goal:
    """`names`: benchmarks, the first that was run counts; `counter`: what of it, times `scale`."""
    text: str
    names: tuple
    counter: str
    bound: float
    stretch: float | None = None
    unit: str = "×"
    scale: float = 1.0
    # Why the bound is missed where it is.
    why: str = ""


# By native code where there is some, else by the plan as data.
def tiers(pattern):
    return tuple(pattern.format(tier) for tier in ("native", "plan"))


GOALS = (
    Goal("a decision of a parsed lead, 12 rules, against branchy C++", tiers("single/{}/branchy"),
         "ratio", 0.35, 0.30),
    Goal("… against bit rows written by hand", tiers("single/{}/bit_row"), "ratio", 1.1, 1.0),
    Goal("the plan as data against native code", ("tiers/plan/native",), "ratio", 1.2,
         why="data reads from memory where each field stands, which code has as constants; native "
             "code is faster here than in the prototypes that the bound comes from"),
    Goal("one value in five unknown against all known", tiers("unknown/{}/known"), "ratio", 2, 1.6,
         why="nine leads in ten lack something, so that both rails are followed, and the least and "
             "the greatest confidence of every outcome that is still possible are looked up"),
    Goal("JSON in, against simdjson and evaluation by hand (clang)",
         (*tiers("json/{}/simdjson_clang"), *tiers("json/{}/simdjson")), "ratio", 0.75, 0.6,
         why="two thirds of LQ's time goes to keys and values, byte by byte; simdjson finds where "
             "all of them begin with vectors first"),
    Goal("a batch in cache against the widest vectors by hand", tiers("batch/{}/widest"), "ratio",
         1.2),
    Goal("1,000 rules against 12", tiers("growth/{}/1000_against_12"), "ratio", 2,
         why="the equalities of the 1,000 are over 28 pairs of fields, and every pair is looked up: "
             "rules that share few pairs cost less"),
    Goal("10,000 rules against 1,000", tiers("growth/{}/10000_against_1000"), "ratio", 8),
    Goal("the plan of 12 rules built, after checking", ("build/plan/12",), "ns", 0.1, unit=" ms",
         scale=1e-6),
    Goal("the plan of 1,000 rules built, after checking", ("build/plan/1000",), "ns", 1,
         unit=" ms", scale=1e-6),
    Goal("`lq check` of 1,000 rules, the whole process", ("process/check_1000",), "wall_ms", 100, 50,
         " ms"),
    Goal("`lq --version`, the whole process", ("process/version",), "wall_ms", 5, unit=" ms"),
    Goal("allocations of a decision, once warm", ("allocations/1000", "allocations/100"),
         "allocations", 0, unit=""),
)


def reached(goal, results):
    """The benchmark that counts and its figure; nothing where none was run."""
    for name in goal.names:
        if name in results and goal.counter in results[name]:
            return name, results[name][goal.counter] * goal.scale
    return None


def verdict(goal, figure):
    if figure > goal.bound:
        excess = "" if goal.bound == 0 else f" by {figure / goal.bound:.2g} times"
        return f"**missed**{excess}" + (f": {goal.why}" if goal.why else "")
    return "met, stretch too" if goal.stretch and figure <= goal.stretch else "met"
