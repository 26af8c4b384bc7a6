"""Compares what we recover from event logs with what other carvers find. See evtx-recovery."""
import argparse
import collections
import csv
import json
import pathlib
import re
import shutil
import subprocess
import sys
from datetime import datetime, timezone

HERE = pathlib.Path(__file__).resolve().parent
ALLOWED = HERE / "evtx-recovery-differences.tsv"
TIMEOUT = 300
SMALL = 200_000
SHOWN = 20
# A judge may state when a record was written, a moment after its event was created.
ROUNDING = (0, 1, 2)
COMPLETE = re.compile(
    rb"<Event xmlns.*?<EventID[^>]*>(\d+)</EventID>.*?<TimeCreated SystemTime=\"([^\"]*)\".*?<EventRecordID>(\d+)</EventRecordID>", re.S)
OFFSET = re.compile(rb"<Offset>(0x[0-9a-fA-F]+|\d+)</Offset>")

# A record as a judge names it: what it does not tell is None.
Record = collections.namedtuple("Record", "number second event_id offset")


def second(text, form):
    return int(datetime.strptime(text, form).replace(tzinfo=timezone.utc).timestamp())


def ours(vigie, file):
    """Every record we give, and how many of them were recovered, by origin and template."""
    result = subprocess.run([vigie, "events", "cat", "--recover", "-o", "jsonl", str(file)], capture_output=True,
                            check=False)
    if result.returncode != 0:
        raise SystemExit(f"vigie events cat --recover {file} ended with {result.returncode}")
    records = set()
    offsets = set()
    recovered = collections.Counter()
    for line in result.stdout.splitlines():
        event = json.loads(line)
        system = event.get("system", {})
        time = second(system["time"][:19], "%Y-%m-%dT%H:%M:%S") if "time" in system else None
        for number in {event["record"], int(system.get("recordId", event["record"]))}:
            for shift in ROUNDING if time is not None else [0]:
                records.update((number, time and time + shift, event_id) for event_id in (system.get("eventId"), None))
        offsets.add(event["offset"])
        if "recovered" in event:
            recovered["/".join(event["recovered"].values())] += 1
    return records, offsets, recovered


def libevtx(file):
    """What evtxexport recovers; its text says what it knows of a record before it fails on the rest."""
    text = subprocess.run(["evtxexport", "-m", "recovered", str(file)], capture_output=True, check=False,
                          timeout=TIMEOUT).stdout.decode("utf-8", "replace")
    fields = {}
    for line in [*text.splitlines(), "Event number\t: end"]:
        name, colon, value = line.partition(":")
        name, value = name.strip(), value.strip()
        if not colon:
            continue
        if name == "Event number":
            if "Written time" in fields:
                yield Record(int(fields["Event number"]),
                             second(fields["Written time"].split(".")[0], "%b %d, %Y %H:%M:%S"),
                             int(fields["Event identifier"].split("(")[1].rstrip(")"))
                             if "(" in fields.get("Event identifier", "") else None, None)
            fields = {}
        fields.setdefault(name, value)


def evtxtract(command, file):
    """What EVTXtract finds, live records too: whole ones by number, those without a template by their offset."""
    output = subprocess.run([command, str(file)], capture_output=True, check=False, timeout=TIMEOUT).stdout
    for event_id, time, number in COMPLETE.findall(output):
        yield Record(int(number), second(time.decode()[:19], "%Y-%m-%d %H:%M:%S"), int(event_id), None)
    for offset in OFFSET.findall(output):
        yield Record(None, None, None, int(offset, 0))


class Allowed:
    """The differences known and explained; an entry that nothing needs any more is a fault too."""

    def __init__(self, path):
        with path.open(encoding="utf-8", newline="") as table:
            self.rows = list(csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t",
                                            quoting=csv.QUOTE_NONE))
        self.used = set()

    def covers(self, judge, file, record):
        for index, row in enumerate(self.rows):
            if row["judge"] == judge and row["file"] == file and row["record"] in ("*", str(record.number or record.offset)):
                self.used.add(index)
                return True
        return False

    def unused(self, judges):
        return [row for index, row in enumerate(self.rows) if index not in self.used and row["judge"] in judges]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    parser.add_argument("--evtxtract", required=True)
    options = parser.parse_args()
    folder = options.samples / "evtx"
    files = sorted(folder.rglob("*.evtx"))
    if not files:
        raise SystemExit(f"no event logs in {folder}")
    judges = {"libevtx": libevtx} if shutil.which("evtxexport") else {}
    if shutil.which(options.evtxtract):
        judges["evtxtract"] = lambda file: evtxtract(options.evtxtract, file)
    for name in {"libevtx", "evtxtract"} - judges.keys():
        print(f"{name}: not here, so not asked")
    allowed = Allowed(ALLOWED)
    total = collections.Counter()
    found = collections.Counter()
    asked = collections.Counter()
    known = collections.Counter()
    faults = []
    for file in files:
        name = str(file.relative_to(folder))
        records, offsets, recovered = ours(options.vigie, file)
        total += recovered
        for judge, ask in judges.items():
            if judge == "evtxtract" and file.stat().st_size > SMALL:
                continue
            asked[judge] += 1
            for record in ask(file):
                found[judge] += 1
                here = record.offset in offsets if record.number is None else record[:3] in records
                if here:
                    continue
                if allowed.covers(judge, name, record):
                    known[judge] += 1
                else:
                    faults.append(f"{judge} {name}: {record} is not among ours")
    faults += [f"no longer needed: {row}" for row in allowed.unused(judges)]
    for judge in judges:
        print(f"{judge}: {asked[judge]} files, {found[judge]} records found, {known[judge]} differences explained")
    print("\n".join(faults[:SHOWN]))
    print(f"{len(files)} files, we recover {total.total()} records {dict(total.most_common())}, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
