"""Sigma rules against pySigma: the same rules over the same events, as SQL. See interop/sigma.

pySigma reads each rule, its pipelines for Windows and Sysmon say which channel and event id a log source stands for, and
its backend writes SQL for SQLite; the events come from the Rust crate evtx, flattened to a table. Where our log sources
have more than those pipelines (Security 4688 for process_creation ...), the events are put under the fields' names in
rules first, by our mapping, and SQL's NULL is the unknown of a field that these events never have.

A column has one value: `Data`, which stands for all values without a name, is their text in a row, so that rules may only
ask what it contains; what else an event has several times is left to our own tests.
"""
import argparse
import collections
import csv
import itertools
import json
import pathlib
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile

import jsonschema
import yaml
from sigma.backends.sqlite import sqliteBackend
from sigma.collection import SigmaCollection
from sigma.pipelines.sysmon import sysmon_pipeline
from sigma.pipelines.windows import windows_logsource_pipeline
from sigma.validation import SigmaValidator
from sigma.validators.core import validators

HERE = pathlib.Path(__file__).resolve().parent
RULES = HERE / "sigma-rules"
ALLOWED = HERE / "sigma-differences.tsv"
RESOURCES = HERE.parent / "diagnosis/src/main/resources/dev/vigie/diagnosis/sigma"
ONLY_HERE = "hit only here"
ONLY_THERE = "hit only there"
NO_RECORD = "record only here"
SHOWN = 5
PAYLOAD = "payload"
SEPARATOR = "\x1f"
MISSING = "\x01"
GUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")

Difference = collections.namedtuple("Difference", "file record rule what")


class Backend(sqliteBackend):
    """What the specification asks and SQL does not do by itself: empty is null, numbers in any notation, keywords."""

    field_null_expression = "({field} IS NULL OR {field} = '')"
    compare_op_expression = "number({field}) {operator} {value}"

    def convert_condition_val_str(self, cond, state):
        literal = self.convert_value_str(cond.value, state)
        return f"{PAYLOAD} LIKE '%' || {literal} || '%' ESCAPE '\\'"

    def convert_condition_val_num(self, cond, state):
        return f"{PAYLOAD} LIKE '%{cond.value}%'"


class KleeneBackend(Backend):
    """For tables in which a field that is missing holds a mark and NULL is unknown, also under `not`."""

    null_safe_expression = "{expr}"
    field_null_expression = "{field} IN ('', '" + MISSING + "')"
    field_exists_expression = "{field} <> '" + MISSING + "'"
    field_not_exists_expression = "{field} = '" + MISSING + "'"
    compare_op_expression = (
        "CASE WHEN {field} IS NULL THEN NULL ELSE COALESCE(number({field}) {operator} {value}, 0) END")


def number(text):
    try:
        return int(text, 0) if text[:2].lower() == "0x" else float(text)
    except (TypeError, ValueError):
        return None


def text(value):
    """As Windows prints it: GUIDs in braces."""
    if isinstance(value, bool):
        return str(value).lower()
    printed = "" if value is None else str(value)
    return f"{{{printed}}}" if GUID.fullmatch(printed) else printed


def leaves(value, name=None):
    """Names and values of the payload; an element with attributes has its text beside them."""
    if isinstance(value, dict):
        if "#text" in value:
            yield from leaves(value["#text"], name)
        for key, content in value.items():
            if key not in ("#attributes", "#text"):
                yield from leaves(content, key)
    elif isinstance(value, list):
        for content in value:
            yield None, text(content)
    else:
        yield name, text(value)


def flat(event):
    """Fields of an event as evtx_dump writes it, under the names that rules know."""
    fields = {}
    for name, value in event["System"].items():
        owner = name.removesuffix("_attributes")
        attributes = value.get("#attributes", {}) if isinstance(value, dict) else {}
        if owner != name and isinstance(value, dict):
            attributes = value
        elif not isinstance(value, dict):
            fields[name] = text(value)
        elif "#text" in value:
            fields[name] = text(value["#text"])
        for attribute, content in attributes.items():
            fields[f"{owner}_{attribute}"] = text(content)
    payload = [pair for part in ("EventData", "UserData") for pair in leaves(event.get(part) or {})]
    for name, value in payload:
        if name:
            fields.setdefault(name.replace(" ", ""), value)
    unnamed = [value for name, value in payload if not name]
    if unnamed:
        fields["Data"] = SEPARATOR.join(unnamed)
    fields[PAYLOAD] = SEPARATOR.join(value for _, value in payload)
    return fields


def read(log):
    run = subprocess.run(["evtx_dump", "-o", "jsonl", str(log)], capture_output=True, check=False)
    for line in run.stdout.decode("utf-8", "replace").splitlines():
        yield flat(json.loads(line)["Event"])


def as_list(value):
    return value if isinstance(value, list) else [value]


class Target:
    """Events of a log source that are not Sysmon's, under the field names of Sysmon; by our mapping."""

    def __init__(self, source):
        self.channels = {channel.lower() for channel in as_list(source["channels"])}
        self.ids = {str(number) for number in as_list(source["ids"])}
        self.fields = source.get("fields", {})
        self.absent = set(source.get("absent", ()))

    def has(self, event):
        return event.get("EventID") in self.ids and event.get("Channel", "").lower() in self.channels

    def view(self, event):
        known = {**event, **{name: self.value(event, origin) for name, origin in self.fields.items()}}
        return {**{name: value for name, value in known.items() if value is not None}, **dict.fromkeys(self.absent)}

    @staticmethod
    def value(event, origin):
        if not isinstance(origin, dict):
            return event.get(origin)
        parts = [event.get(name) for name in as_list(origin["from"])]
        if None in parts:
            return None
        joined = "\\".join(parts)
        for prefix, other in origin.get("prefixes", {}).items():
            if joined.lower().startswith(prefix.lower()):
                joined = other + joined[len(prefix):]
        return origin.get("values", {}).get(joined, joined)


class Judge:
    """The events in SQLite, and pySigma's SQL for a rule over them."""

    def __init__(self, events, rules):
        self.columns = sorted({name.casefold() for rule in rules for name in named(rule)}
                              | {"eventid", "channel", PAYLOAD})
        self.base = sqlite3.connect(":memory:")
        self.base.create_function("REGEXP", 2, lambda pattern, value: bool(re.search(pattern, value or "")))
        self.base.create_function("number", 1, number, deterministic=True)
        mapping = yaml.safe_load((RESOURCES / "log-sources.yaml").read_text(encoding="utf-8"))
        self.targets = {category: [(f"{category} {index}", Target(source)) for index, source in enumerate(sources)
                                   if "fields" in source or "absent" in source]
                        for category, sources in mapping["categories"].items()}
        self.fill("logs", events)
        for table, target in (pair for targets in self.targets.values() for pair in targets):
            self.fill(table, [(*place, target.view(event)) for *place, event in events if target.has(event)],
                      MISSING)
        self.raw = Backend(sysmon_pipeline() + windows_logsource_pipeline())
        self.mapped = KleeneBackend()

    def fill(self, table, events, missing=None):
        columns = ", ".join(f'"{name}" TEXT COLLATE NOCASE' for name in self.columns)
        self.base.execute(f'CREATE TABLE "{table}" (log, record, {columns})')
        marks = ", ".join("?" * (2 + len(self.columns)))
        for log, record, event in events:
            folded = {name.casefold(): value for name, value in event.items()}
            row = [folded.get(name, missing) for name in self.columns]
            self.base.execute(f'INSERT INTO "{table}" VALUES ({marks})', (log, record, *row))
        self.base.execute(f'CREATE INDEX "{table} kind" ON "{table}" (EventID, Channel)')

    def hits(self, path):
        """Places of the events that the rule's SQL selects."""
        for table, query in self.queries(path):
            yield from self.base.execute(
                query.replace("SELECT * FROM logs ", f'SELECT log, record FROM "{table}" '))

    def queries(self, path):
        """Table and SQL. The rule is read for each of them, since a pipeline changes what it converts."""
        rule = single(path)
        category = rule.logsource.category
        yield from (("logs", query) for query in self.raw.convert(SigmaCollection([rule])))
        for table, _ in self.targets.get(category, ()):
            yield from ((table, query) for query in self.mapped.convert(SigmaCollection([single(path)])))


def single(path):
    (rule,) = SigmaCollection.load_ruleset([path])
    return rule


def items(detection):
    for item in detection.detection_items:
        yield from items(item) if hasattr(item, "detection_items") else [item]


def named(rule):
    for detection in rule.detection.detections.values():
        for item in items(detection):
            if item.field:
                yield item.field
            yield from (value.field for value in item.value if hasattr(value, "field"))


class Allowed:
    """The differences known and explained; a row that nothing needs any more is a fault too."""

    def __init__(self, path):
        with path.open(encoding="utf-8", newline="") as table:
            self.rows = list(csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t",
                                            quoting=csv.QUOTE_NONE))
        self.used = set()

    def covers(self, difference):
        for number, row in enumerate(self.rows):
            if all(row[name] in ("*", value) for name, value in difference._asdict().items()):
                self.used.add(number)
                return True
        return False

    def unused(self):
        return [row for number, row in enumerate(self.rows) if number not in self.used]


def hunt(vigie, rules, samples):
    """Our hits, each valid by the schema, and how many rules were used and not used."""
    run = subprocess.run([*vigie, "events", "hunt", str(samples), "--rules", str(rules), "-o", "jsonl"],
                         capture_output=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode())
    schema = json.loads((RESOURCES / "vigie.hunt-1.schema.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    found = set()
    for line in run.stdout.decode("utf-8").splitlines():
        hit = json.loads(line)
        checker.validate(hit)
        source = str(pathlib.Path(hit["event"]["source"]).relative_to(samples))
        found.add((source, str(hit["event"]["record"]), hit["rule"]["id"]))
    used, unused = re.search(r"([\d,]+) used, ([\d,]+) not used", run.stderr.decode()).groups()
    return found, int(used.replace(",", "")), int(unused.replace(",", ""))


def differences(ours, theirs, read_there):
    """In order of file and rule."""
    for hit in sorted(ours ^ theirs, key=lambda hit: (hit[0], hit[2], hit in ours, int(hit[1]))):
        here = ONLY_HERE if hit[:2] in read_there else NO_RECORD
        yield Difference(*hit, here if hit in ours else ONLY_THERE)


def compared(vigie, samples, folder):
    """Our rules over the samples, by us and by the judge."""
    events = [(str(log.relative_to(samples)), event["EventRecordID"], event)
              for log in sorted(samples.rglob("*.evtx")) for event in read(log) if "EventRecordID" in event]
    rules = {path: single(path) for path in sorted(folder.rglob("*.yml"))}
    judge = Judge(events, rules.values())
    ours, used, unused = hunt(vigie, folder, samples)
    theirs = {(*place, str(rule.id)) for path, rule in rules.items() for place in judge.hits(path)}
    allowed = Allowed(ALLOWED)
    found = list(differences(ours, theirs, {(log, record) for log, record, _ in events}))
    unexplained = [difference for difference in found if not allowed.covers(difference)]
    silent = sorted(str(rule.title) for rule in rules.values() if str(rule.id) not in {hit[2] for hit in ours & theirs})
    print(f"{len(events):,} events, {len(rules)} rules, {used} used and {unused} not used by us; hits: "
          f"{len(ours & theirs):,} the same, {len(found):,} differ, of them {len(unexplained):,} without an explanation")
    for (log, rule, what), records in itertools.groupby(unexplained, lambda one: (one.file, one.rule, one.what)):
        numbers = [difference.record for difference in records]
        print(f"  {log} | {rule} | {what}: {len(numbers)} records, {', '.join(numbers[:SHOWN])}")
    for row in allowed.unused():
        print(f"  no longer needed: {' | '.join(row.values())}")
    for title in silent:
        print(f"  no hit of both: {title}")
    return not (unexplained or allowed.unused() or silent or unused)


def exported(vigie):
    """Our own signals as rules: pySigma reads them all, and its validators have no issue."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*vigie, "sigma", "export", folder], capture_output=True, check=True)
        rules = list(SigmaCollection.load_ruleset([folder]))
        issues = [issue for rule in rules for issue in SigmaValidator(validators.values()).validate_rule(rule)]
        converted = [query for rule in rules for query in Backend(windows_logsource_pipeline()).convert_rule(rule)]
    print(f"exported: {len(rules)} rules, {len(converted)} queries, {len(issues)} issues of {len(validators)} validators")
    for issue in issues:
        print(f"  {issue}")
    return rules and not issues


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    parser.add_argument("--rules", default=RULES, type=pathlib.Path, help="rules to compare on; by default our own")
    arguments = parser.parse_args()
    vigie = shlex.split(arguments.vigie)
    agree = compared(vigie, arguments.samples / "evtx", arguments.rules)
    sys.exit(0 if exported(vigie) and agree else 1)


if __name__ == "__main__":
    main()
