"""stdlib/zone/time_zones.inc: the IANA time zones since 1970."""

import re
import struct

from facts.packages import head, write

LICENCE = "the data is in the public domain (the IANA Time Zone Database); the package is under Apache-2.0."
RULE = re.compile(r"M(\d+)\.(\d)\.(\d)(?:/(-?\d+(?::\d+)?))?")


def read_tzif(data):
    """The first offset, transitions as (second, offset), and the rule for what comes after them."""

    def block(at, size):
        counts = struct.unpack(">6l", data[at + 20:at + 44])
        utc, std, leap, times, types, chars = counts
        body = at + 44
        length = times * (size + 1) + types * 6 + chars + leap * (size + 4) + std + utc
        return body, times, types, body + length

    end = block(0, 4)[3]
    body, times, types, end = block(end, 8)
    seconds = struct.unpack(f">{times}q", data[body:body + 8 * times])
    indices = data[body + 8 * times:body + 9 * times]
    kinds = [struct.unpack(">lBB", data[body + 9 * times + 6 * i:body + 9 * times + 6 * i + 6]) for i in range(types)]
    first = kinds[0][0]
    return first, [(second, kinds[index][0]) for second, index in zip(seconds, indices)], data[end:].decode().strip()


def offset_of(text):
    sign = -1 if not text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * sum(part * unit for part, unit in zip(parts, (3600, 60, 1)))


def rule_of(text):
    """(standard offset, summer offset, (month, week, weekday, second) of the beginning and the end of summer)"""
    names = r"(?:<[^>]+>|[A-Za-z]+)"
    found = re.fullmatch(rf"{names}(-?[\d:]+)(?:{names}(-?[\d:]+)?,(.*),(.*))?", text)
    standard = offset_of(found[1])
    if not found[3]:
        return (standard,) * 2 + ((0, 0, 0, 0),) * 2
    summer = offset_of(found[2]) if found[2] else standard + 3600
    ends = []
    for part in found[3], found[4]:
        month, week, weekday, time = RULE.fullmatch(part).groups()
        ends.append((int(month), int(week), int(weekday), -offset_of(time) if time else 7200))
    return standard, summer, ends[0], ends[1]


def since_1970(first, transitions):
    before = [offset for second, offset in transitions if second <= 0]
    kept = [(second, offset) for second, offset in transitions if second > 0]
    return before[-1] if before else first, kept


def make(packages):
    package = packages.pypi("tzdata")
    folder = package.folder / "tzdata"
    names = sorted((folder / "zones").read_text().split())
    kinds = {}
    rows = []
    for name in names:
        first, transitions, footer = read_tzif((folder / "zoneinfo" / name).read_bytes())
        rule = rule_of(footer)
        first, transitions = since_1970(first, transitions)
        key = (first, tuple(transitions), rule)
        rows.append((name, kinds.setdefault(key, len(kinds))))
    lines = ["constexpr Transition kTransitions[] = {"]
    spans, at = [], 0
    for first, transitions, rule in kinds:
        spans.append((first, at, len(transitions), rule))
        at += len(transitions)
    flat = [f"{{{second}, {offset}}}," for key in kinds for second, offset in key[1]]
    lines += ["    " + " ".join(flat[i:i + 4]) for i in range(0, len(flat), 4)] + ["};"]
    lines += ["constexpr TimeZone kZones[] = {"]
    for first, start, count, (standard, summer, begin, end) in spans:
        ends = ", ".join("{%d, %d, %d, %d}" % one for one in (begin, end))
        lines.append(f"    {{{first}, {start}, {count}, {standard}, {summer}, {ends}}},")
    lines += ["};", "constexpr ZoneName kNames[] = {"]
    lines += [f'    {{"{name}", {index}}},' for name, index in rows] + ["};"]
    write("stdlib/zone/time_zones.inc",
          head("Time zones.", package, LICENCE, "Since 1970, in seconds of UTC and seconds east of it."),
          lines)
