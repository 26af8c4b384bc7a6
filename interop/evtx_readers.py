"""Compares what we read in event logs with what other readers find. See evtx-readers."""
import argparse
import collections
import csv
import itertools
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import event_judges
import event_lines
from event_values import same, ticks, words

HERE = pathlib.Path(__file__).resolve().parent
ALLOWED = HERE / "evtx-readers-differences.tsv"
RECORD_ID = "/Event/System/EventRecordID"
TIME = "/Event/System/TimeCreated@SystemTime"
SYSTEM = "{http://schemas.microsoft.com/win/2004/08/events/event}System"
MISSING_THERE = "record only here"
MISSING_HERE = "record only there"
FIELDS = "other fields"
SHOWN = 40
FIRST = 5

Difference = collections.namedtuple("Difference", "file record judge what ours theirs")


class Allowed:
    """The differences known and explained; an entry that nothing needs any more is a fault too."""

    def __init__(self, path):
        with path.open(encoding="utf-8", newline="") as table:
            rows = csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t",
                                  quoting=csv.QUOTE_NONE)
            self.rows = list(rows)
        self.used = collections.Counter()
        self.index = collections.defaultdict(list)
        for number, row in enumerate(self.rows):
            self.index[row["judge"]].append((number, row))

    def covers(self, difference):
        for number, row in self.index[difference.judge]:
            if (row["file"] in ("*", difference.file) and row["record"] in ("*", difference.record)
                    and row["what"] in ("*", difference.what)):
                self.used[number] += 1
                return True
        return False

    def unused(self, judges):
        return [row for number, row in enumerate(self.rows) if not self.used[number] and row["judge"] in judges]


def key(values):
    """What identifies a record in a log: its number and, since numbers may start again, its time to the second."""
    stated = {path: text.strip() for path, text in reversed(values) if path in (RECORD_ID, TIME)}
    time = stated.get(TIME, "")
    try:
        time = str(ticks(time) // 10_000_000)
    except (AttributeError, ValueError):
        pass  # no time at all: then the text itself tells records apart
    return stated.get(RECORD_ID, ""), time


def with_values(values):
    """Without what is empty: readers print or leave out elements and attributes that have no value."""
    return [item for item in values if words(item[-1])]


def compare(file, judge, ours, theirs):
    """The differences of the records of one file; yields the number of equal fields last."""
    waiting = collections.defaultdict(collections.deque)
    for values in theirs:
        waiting[key(values)].append(values)
    equal = 0
    for record, values in ours:
        found = waiting[key([(path, text) for path, _, text in values])]
        if not found:
            yield Difference(file, record, judge, MISSING_THERE, "", "")
            continue
        wanted = with_values(values)
        other = with_values(found.popleft())
        paths = [item[0] for item in wanted]
        if paths != [item[0] for item in other]:
            extra = next((pair for pair in zip(paths + [""], [item[0] for item in other] + [""])
                          if pair[0] != pair[1]), ("", ""))
            yield Difference(file, record, judge, FIELDS, f"{len(paths)} fields, {extra[0]}",
                             f"{len(other)} fields, {extra[1]}")
            continue
        for (path, kind, text), (_, their) in zip(wanted, other):
            if same(kind, text, their, judge):
                equal += 1
            else:
                yield Difference(file, record, judge, path, text, their)
    for (number, _), left in waiting.items():
        for _ in left:
            yield Difference(file, number, judge, MISSING_HERE, "", "")
    yield equal


def our_records(vigie, files, samples):
    """By file: (record, fields) in order; from the command line's JSON Lines, kept for the schema's check."""
    with tempfile.TemporaryFile() as output:
        run(vigie, ["events", "cat", "-o", "jsonl", *files], output)
        output.seek(0)
        records = {str(file.relative_to(samples)): [] for file in files}
        lines = []
        for line in output:
            # Lone surrogates are escaped in the lines, so the lines themselves are clean UTF-8.
            lines.append(line.decode("utf-8"))
        for file, record, values in event_lines.read(lines):
            records[str(pathlib.Path(file).relative_to(samples))].append((str(record), values))
        return records, lines


def run(vigie, arguments, output):
    result = subprocess.run([vigie, *map(str, arguments)], stdout=output, stderr=subprocess.PIPE, check=False)
    if result.returncode != 0:
        raise SystemExit(f"vigie {' '.join(map(str, arguments[:4]))} ... ended with {result.returncode}: "
                         f"{result.stderr.decode('utf-8', 'replace')[-500:]}")


def own_xml(vigie, files, options=()):
    """Our whole XML, read by expat, which is strict: the fields of each event in order."""
    with tempfile.TemporaryFile() as output:
        run(vigie, ["events", "cat", "-o", "xml", *options, *files], output)
        output.seek(0)
        for _, element in xml.iterparse(output):
            if event_judges.local(element.tag) == "Event" and element.find(SYSTEM) is not None:
                yield event_judges.fields(element)
                element.clear()


def check_xml(form, events, records):
    """Our XML must state what our JSON Lines state, record by record."""
    faults = []
    equal = number = 0
    for number, (wanted, found) in enumerate(itertools.zip_longest(records, events), 1):
        wanted, found = with_values(wanted or []), with_values(found or [])
        matches = len(wanted) == len(found) and all(
            path == other and same(kind, text, their) for (path, kind, text), (other, their) in zip(wanted, found))
        equal += len(wanted) if matches else 0
        if not matches and len(faults) < FIRST:
            faults.append(f"our {form}, event {number}: {found}, our JSON Lines: {wanted}"[:600])
    print(f"our {form}: a strict parser read {number} events, {equal} fields equal")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    parser.add_argument("--keep-lines", type=pathlib.Path, help="where our JSON Lines are written for other checks")
    parser.add_argument("--print-differences", action="store_true", help="print every difference, known or not")
    options = parser.parse_args()
    folder = options.samples / "evtx"
    files = sorted(folder.rglob("*.evtx"))
    if not files:
        raise SystemExit(f"no event logs in {folder}")
    allowed = Allowed(ALLOWED)
    records, lines = our_records(options.vigie, files, folder)
    if options.keep_lines:
        options.keep_lines.write_text("".join(lines), encoding="utf-8")
    total = sum(map(len, records.values()))
    failures = []
    for form, arguments in (("XML", ()), ("indented XML", ("--indent",))):
        ours = (values for file in records.values() for _, values in file)
        failures += check_xml(form, own_xml(options.vigie, files, arguments), ours)
    judges = event_judges.judges()
    for judge in judges:
        if not judge.is_here():
            print(f"{judge.name}: not here, so not asked")
            continue
        failures += verdict(judge, [file for file in files if judge.reads(file)], folder, records, allowed,
                            options.print_differences)
    for row in allowed.unused({judge.name for judge in judges if judge.is_here()}):
        failures.append(f"no longer needed: {row['judge']} {row['file']} {row['record']} {row['what']}")
    print("\n".join(failures[:SHOWN]))
    if len(failures) > SHOWN:
        print(f"... and {len(failures) - SHOWN} more")
    print(f"{len(files)} files, {total} records, {len(failures)} faults")
    return 1 if failures else 0


def verdict(judge, files, folder, records, allowed, verbose):
    equal = compared = known = 0
    faults = []
    for file in files:
        name = str(file.relative_to(folder))
        ours = records[name]
        compared += len(ours)
        theirs, complaint = judge.records(file)
        for found in compare(name, judge.name, ours, theirs):
            if isinstance(found, int):
                equal += found
                continue
            covered = allowed.covers(found)
            known += covered
            if verbose:
                print("\t".join(map(repr, found)), complaint, sep="\t")
            if not covered:
                faults.append(f"{judge.name} {name} record {found.record}: {found.what}: ours {found.ours[:200]!r}, "
                              f"theirs {found.theirs[:200]!r} {complaint[:200]}")
    print(f"{judge.name}: {len(files)} files, {compared} records, {equal} fields equal, {known} differences explained, "
          f"{len(faults)} not")
    return faults


if __name__ == "__main__":
    sys.exit(main())
