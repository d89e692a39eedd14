"""What every peer that runs in Python shares: cases in, one line of JSON out."""
import importlib.metadata
import json
import pathlib
import sys
import time

FOLDER = pathlib.Path(sys.argv[1])
SECONDS = float(sys.argv[2])
# Fewest leads that are compared and measured.
LEAST = 25
CASES = [json.loads(line) for line in (FOLDER / "cases.jsonl").read_text().splitlines()]


def read(name):
    return (FOLDER / name).read_text()


def compare(outcome, case):
    if outcome != case["expect"]:
        raise SystemExit(f"decides {outcome} where LQ decides {case['expect']}: {case['lead']}")


def report(package, equal, rounds):
    """`rounds`: nanoseconds a decision of each."""
    rounds.sort()
    at = lambda share: rounds[int(share * (len(rounds) - 1))]
    print(json.dumps({"version": importlib.metadata.version(package), "equal": equal,
                      "ns": at(0.5), "q1": at(0.25), "q3": at(0.75)}))


def time_rounds(decide, decisions):
    """Calls `decide`, which makes so many decisions, as long as the time lasts; of CPU time, all
    threads: what others do on the machine does not count."""
    rounds = []
    end = time.perf_counter() + SECONDS
    while time.perf_counter() < end or len(rounds) < 3:
        start = time.process_time_ns()
        decide()
        rounds.append((time.process_time_ns() - start) / decisions)
    return rounds


def measure(package, decide):
    """`decide(lead)` gives the outcome. Compares what a quarter of the time suffices for."""
    end = time.perf_counter() + SECONDS / 4
    equal = 0
    for case in CASES:
        compare(decide(case["lead"]), case)
        equal += 1
        if time.perf_counter() > end and equal >= LEAST:
            break
    leads = [case["lead"] for case in CASES[:equal]]

    def decide_all():
        for lead in leads:
            decide(lead)
    report(package, equal, time_rounds(decide_all, equal))
