"""swap_under_load.py SERVICE ONE.lqb OTHER.lqb: the service of examples/service decides while its policy is
replaced, and once by a damaged file. No decision is lost, and each names one of the two policies."""

import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time

SERVICE, ONE, OTHER = sys.argv[1:]
SWAPS = 12


def put(source, policy):
    """Moved there, as a whole; always of the same time, so that the file itself tells it from the last one."""
    shutil.copy(source, policy.with_suffix(".new"))
    os.utime(policy.with_suffix(".new"), (1785542400, 1785542400))
    os.replace(policy.with_suffix(".new"), policy)


def swap(policy, told, damaged):
    """Each swap waits until the service tells of the last one."""
    for i in range(SWAPS):
        source = damaged if i == SWAPS // 2 else (OTHER, ONE)[i % 2]
        before = len(told)
        put(source, policy)
        end = time.monotonic() + 10
        while len(told) == before and time.monotonic() < end:
            time.sleep(0.005)


def keep(stream, lines):
    for line in stream:
        lines.append(line)


def main(folder):
    policy = folder / "policy.lqb"
    damaged = folder / "damaged.lqb"
    damaged.write_bytes(pathlib.Path(ONE).read_bytes()[:-7])
    put(ONE, policy)
    service = subprocess.Popen([SERVICE, str(policy), "4"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    decisions = []
    told = []
    readers = [threading.Thread(target=keep, args=(service.stdout, decisions)),
               threading.Thread(target=keep, args=(service.stderr, told))]
    swapper = threading.Thread(target=swap, args=(policy, told, str(damaged)))
    for thread in (*readers, swapper):
        thread.start()
    sent = 0
    while swapper.is_alive() or sent < 1000:
        lead = {"$id": f"lead-{sent}", "email": "ana@firm.example", "country": "DE", "seats": sent % 40 + 1}
        service.stdin.write(json.dumps(lead).encode() + b"\n")
        sent += 1
    service.stdin.close()
    for reader in readers:
        reader.join()
    assert service.wait() == 0

    records = [json.loads(line) for line in decisions]
    hashes = collections.Counter((record["version"], record["hash"]) for record in records)
    refused = [line for line in told if b"stays as it was" in line]
    print(f"{sent} leads, {len(records)} decisions, {len(told) - len(refused)} swaps, {len(refused)} refused")
    assert {record["lead"] for record in records} == {f"lead-{i}" for i in range(sent)}
    assert len(records) == sent
    assert {version for version, _ in hashes} == {1, 2} and len(hashes) == 2, hashes
    assert len(refused) == 1 and len(told) == SWAPS, told
    assert all(record["status"] == "settled" for record in records)


def refuses_threads():
    for words in ([], [ONE, "x"], [ONE, "0"], [ONE, "-1"], [ONE, "2x"], [ONE, ""], [ONE, "257"], [ONE, "1", "1"]):
        done = subprocess.run([SERVICE, *words], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        assert done.returncode == 2 and done.stderr.startswith(b"usage: "), (words, done)


refuses_threads()
assert os.path.getsize(ONE) == os.path.getsize(OTHER)
with tempfile.TemporaryDirectory() as name:
    main(pathlib.Path(name))
