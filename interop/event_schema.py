"""Validates our JSON Lines against the JSON Schema that is shipped with them: lines of every file, at least 5,000."""
import json
import pathlib
import sys

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "formats/src/main/resources/dev/vigie/formats/events/text/events-jsonl.schema.json"
AT_LEAST = 5_000
ALWAYS = 20


def chosen(lines):
    """The first lines of every file, whose records differ most, and every so many of the rest."""
    seen = {}
    step = max(1, len(lines) // AT_LEAST)
    for number, line in enumerate(lines):
        parsed = json.loads(line)
        seen[parsed["file"]] = seen.get(parsed["file"], 0) + 1
        # What the flat form cannot state is rare, so all of it is taken.
        if number % step == 0 or seen[parsed["file"]] <= ALWAYS or "tree" in parsed or "payload" in parsed:
            yield number + 1, parsed


def main():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    lines = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    faults = []
    count = 0
    for number, line in chosen(lines):
        count += 1
        for error in validator.iter_errors(line):
            faults.append(f"line {number}: {'/'.join(map(str, error.path))}: {error.message[:200]}")
    print(f"JSON Lines by their schema: {count} of {len(lines)} lines, {len(faults)} faults")
    print("\n".join(faults[:20]))
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
