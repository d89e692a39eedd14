"""One CASE over a table of leads, by one thread: what one lead of a batch takes."""
import duckdb

from measure import CASES, FOLDER, compare, read, report, time_rounds

COPIES = max(1, 200_000 // len(CASES))

connection = duckdb.connect()
connection.execute("pragma threads = 1")
connection.execute(
    f"create table cases as select row_number() over () as place, lead.*, expect "
    f"from read_json('{FOLDER / 'cases.jsonl'}')")
case = read("case.sql")
for row, (outcome,) in zip(CASES, connection.execute(
        f"select {case} from cases order by place").fetchall(), strict=True):
    compare(outcome, row)
connection.execute(f"create table leads as select cases.* from cases, range({COPIES})")
decisions = len(CASES) * COPIES


def decide_all():
    connection.execute(f"create or replace table decided as select {case} as outcome from leads")


report("duckdb", len(CASES), time_rounds(decide_all, decisions))
