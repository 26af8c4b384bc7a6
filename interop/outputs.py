"""Checks what `vigie events` writes for other programs with other programs: CSV with Python's csv, JSON with jq, ECS with
its JSON Schema and the documented fields, filtered logs with libevtx and the Rust crate evtx.

usage: outputs.py --vigie COMMAND --samples FOLDER
"""
import argparse
import csv
import io
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

import jsonschema

from event_judges import judges

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = ROOT / "formats/src/main/resources/dev/vigie/formats/events/text"
# Every so many logs, the small ones, so that the check stays below a few minutes.
LOGS = 12
LARGEST = 1_200_000
CELL = 1 << 30
EVENT_ID = "/Event/System/EventID"
# Fields of ECS 8.11 and of Winlogbeat's module "winlog", with their types, as Elastic documents them.
FIELDS = {
    "@timestamp": "date", "ecs.version": "keyword", "event.action": "keyword", "event.code": "keyword",
    "event.created": "date", "event.kind": "keyword", "event.outcome": "keyword", "event.provider": "keyword",
    "event.severity": "long", "host.name": "keyword", "log.file.path": "keyword", "log.level": "keyword",
    "message": "text", "winlog.activity_id": "keyword", "winlog.api": "keyword", "winlog.channel": "keyword",
    "winlog.computer_name": "keyword", "winlog.event_id": "keyword", "winlog.keywords": "keyword",
    "winlog.kernel_time": "long", "winlog.opcode": "keyword", "winlog.process.pid": "long",
    "winlog.process.thread.id": "long", "winlog.processor_id": "long", "winlog.processor_time": "long",
    "winlog.provider_guid": "keyword", "winlog.provider_name": "keyword", "winlog.record_id": "keyword",
    "winlog.related_activity_id": "keyword", "winlog.session_id": "long", "winlog.task": "keyword",
    "winlog.time_created": "date", "winlog.user.identifier": "keyword", "winlog.user_time": "long",
    "winlog.version": "long",
}
OBJECTS = ("winlog.event_data.", "winlog.user_data.")


class Vigie:
    def __init__(self, command):
        self.command = shlex.split(command)

    def run(self, *arguments):
        return subprocess.run([*self.command, *map(str, arguments)], capture_output=True, check=False)

    def out(self, *arguments):
        result = self.run(*arguments)
        if result.returncode:
            raise SystemExit(f"{' '.join(map(str, arguments))}: {result.returncode} {result.stderr.decode()}")
        return result.stdout.decode("utf-8")


def chosen(samples):
    logs = sorted((log for log in samples.glob("evtx/**/*.evtx") if log.stat().st_size <= LARGEST),
                  key=lambda log: (log.stat().st_size, log))
    return logs[::max(1, len(logs) // LOGS)]


def check_csv(vigie, log, lines):
    """Rows are those of the lossless lines; Data is the JSON of the same names and texts."""
    faults = []
    for options, encoding, separator in [([], "utf-8", ","), (["--excel", "--lang", "fr"], "utf-8-sig", ";")]:
        text = vigie.out("events", "cat", log, "-o", "csv", *options).encode("utf-8").decode(encoding)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
        if len(rows) != len(lines):
            faults.append(f"{log}: {len(rows)} rows, {len(lines)} events")
            continue
        for row, line in zip(rows, lines):
            system = line["system"]
            if row["EventID"] != str(system.get("eventId", "")) or None in row or None in row.values():
                faults.append(f"{log}: {row}")
            if row["Data"]:
                data = json.loads(row["Data"])
                names = {item["name"] for item in line.get("data", []) if item.get("name") and "payload" not in line}
                if not names <= data.keys():
                    faults.append(f"{log}: {names - data.keys()} missing")
    return faults


def leaves(value, path):
    if isinstance(value, dict):
        for name, member in value.items():
            yield from leaves(member, f"{path}.{name}" if path else name)
    else:
        yield path, value


def check_ecs(log, documents, validator):
    faults = []
    for document in documents:
        faults += [f"{log}: {error.message[:200]}" for error in validator.iter_errors(document)]
        for path, value in leaves(document, ""):
            if path.startswith(OBJECTS):
                continue
            kind = FIELDS.get(path)
            values = value if isinstance(value, list) else [value]
            fits = {"long": (int,), "keyword": (str, int), "date": (str,), "text": (str,), None: ()}[kind]
            if not all(isinstance(item, fits) for item in values):
                faults.append(f"{log}: {path} is {value!r}, a {kind}")
    return faults


def jq(program, text):
    result = subprocess.run(["jq", "-e", program], input=text.encode("utf-8"), capture_output=True, check=False)
    return result.stdout.decode("utf-8").strip() if result.returncode == 0 else result.stderr.decode("utf-8")


def check_json(vigie, log, count):
    plain = vigie.out("events", "cat", log, "-o", "json")
    indented = vigie.out("events", "cat", log, "-o", "json", "--indent")
    if jq("length", plain) != str(count) or json.loads(plain) != json.loads(indented):
        return [f"{log}: jq finds {jq('length', plain)} of {count}, or indenting changes something"]
    return []


def identity(record):
    return tuple(sorted(record))


def check_export(vigie, log, count, judge, folder):
    """A reader finds in the copy what it finds in the original, and in the selection what it would have selected."""
    original, _ = judge.records(log)
    if len(original) != count:
        return None, []
    ids = sorted({text for record in original for path, text in record if path == EVENT_ID})
    wanted = ids[len(ids) // 2]
    faults = []
    for query, expected in [("*", original),
                            (f"*[System[EventID={wanted}]]",
                             [record for record in original if (EVENT_ID, wanted) in record])]:
        copy = folder / "copy.evtx"
        vigie.out("events", "export", log, "-q", query, "--out", copy, "--force")
        found, complaint = judge.records(copy)
        # The copy of a circular log is in the order of its records, the log itself in that of its file.
        if sorted(map(identity, found)) != sorted(map(identity, expected)):
            faults.append(f"{judge.name}: {log} {query}: {len(found)} of {len(expected)} {complaint}")
    return len(original), faults


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--vigie", required=True)
    arguments.add_argument("--samples", required=True, type=pathlib.Path)
    options = arguments.parse_args()
    csv.field_size_limit(CELL)
    vigie = Vigie(options.vigie)
    validator = jsonschema.Draft202012Validator(
        json.loads((TEXT / "events-ecs.schema.json").read_text(encoding="utf-8")))
    readers = [judge for judge in judges() if judge.is_here() and judge.limit is None]
    faults, records, compared, passed_over = [], 0, 0, 0
    logs = chosen(options.samples)
    with tempfile.TemporaryDirectory() as folder:
        for log in logs:
            lines = [json.loads(line) for line in vigie.out("events", "cat", log, "-o", "jsonl").split("\n") if line]
            documents = [json.loads(line) for line in vigie.out("events", "cat", log, "-o", "ecs").split("\n") if line]
            records += len(lines)
            faults += check_csv(vigie, log, lines) + check_json(vigie, log, len(lines))
            faults += check_ecs(log, documents, validator)
            if len(documents) != len(lines):
                faults.append(f"{log}: {len(documents)} documents, {len(lines)} events")
            for judge in readers:
                read, found = check_export(vigie, log, len(lines), judge, pathlib.Path(folder))
                compared += read or 0
                passed_over += read is None
                faults += found
    print(f"{len(logs)} logs, {records} records as CSV, JSON and ECS; {compared} records of copies compared by "
          f"{', '.join(judge.name for judge in readers)} ({passed_over} logs passed over, which a reader cannot read "
          f"itself); {len(faults)} faults")
    print("\n".join(faults[:20]))
    return 1 if faults or not records or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
