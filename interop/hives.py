"""Compares what we read in registry hives with what other readers find. See interop/hives."""
import argparse
import collections
import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

import hive_judges

HERE = pathlib.Path(__file__).resolve().parent
ALLOWED = HERE / "hives-differences.tsv"
SCHEMA = HERE.parent / "formats/src/main/resources/dev/vigie/formats/registry/registry-jsonl.schema.json"
ONLY_HERE = "only here"
ONLY_THERE = "only there"
UNREAD = "not read"
SHOWN = 40


class Allowed:
    """The differences known and explained; an entry that nothing needs any more is a fault too."""

    def __init__(self, path):
        with path.open(encoding="utf-8", newline="") as table:
            self.rows = list(csv.DictReader((line for line in table if not line.startswith("#")), delimiter="\t",
                                            quoting=csv.QUOTE_NONE))
        self.used = collections.Counter()

    def covers(self, file, judge, what, path):
        for number, row in enumerate(self.rows):
            if (row["file"] in ("*", file) and row["judge"] == judge and row["what"] == what
                    and row["path"] in ("*", path)):
                self.used[number] += 1
                return True
        return False

    def unused(self, judges):
        return [row for number, row in enumerate(self.rows) if not self.used[number] and row["judge"] in judges]


class Check:
    def __init__(self, options, folder):
        self.vigie = options.vigie
        self.verbose = options.print_differences
        self.folder = pathlib.Path(folder)
        self.allowed = Allowed(ALLOWED)
        self.schema = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
        self.judges = [judge for judge in hive_judges.judges() if judge.is_here()]
        self.equal = collections.Counter()
        self.known = collections.Counter()
        self.faults = []

    def compare(self, name, file):
        """What we find in a hive, and what each judge finds in the same."""
        lines = self.folder / "lines"
        lines.unlink(missing_ok=True)
        run = subprocess.run([self.vigie, "registry", "export", file, "-o", "jsonl", "--out", lines],
                             capture_output=True, check=False)
        if run.returncode != 0:
            self.faults.append(f"{name}: vigie ended with {run.returncode}: {run.stderr.decode()[:300]}")
            return
        text = lines.read_text(encoding="utf-8").split("\n")[:-1]
        for number, line in enumerate(text):
            if number % 20 == 0:
                self.schema.validate(json.loads(line))
        found = list(hive_judges.ours(text))
        for judge in self.judges:
            self.verdict(name, file, judge, found)

    def verdict(self, name, file, judge, found):
        try:
            theirs = collections.Counter(judge.items(file))
        except (OSError, RuntimeError) as failure:
            self.differs(name, judge, UNREAD, "", str(failure))
            return
        ours = collections.Counter(item for item in map(judge.view, found) if item)
        self.equal[judge.name] += (ours & theirs).total()
        for item in (ours - theirs).elements():
            self.differs(name, judge, ONLY_HERE, item[1], item)
        for item in (theirs - ours).elements():
            self.differs(name, judge, ONLY_THERE, item[1], item)

    def differs(self, name, judge, what, path, item):
        known = self.allowed.covers(name, judge.name, what, path)
        self.known[judge.name] += known
        if self.verbose:
            print(name, judge.name, what, repr(item)[:300], sep="\t")
        if not known:
            self.faults.append(f"{name}\t{judge.name}\t{what}\t{path}\t{str(item)[:200]}")

    def finish(self):
        for row in self.allowed.unused({judge.name for judge in self.judges}):
            self.faults.append(f"no longer needed: {row['file']} {row['judge']} {row['what']} {row['path']}")
        for judge in self.judges:
            print(f"{judge.name}: {self.equal[judge.name]} keys and values equal, {self.known[judge.name]} differences "
                  "explained")
        print("\n".join(self.faults[:SHOWN]))
        if len(self.faults) > SHOWN:
            print(f"... and {len(self.faults) - SHOWN} more")
        print(f"{len(self.faults)} faults")
        return 1 if self.faults else 0


def recovered(vigie, file, folder):
    """The file itself when it is clean or no log completes it, else our completed copy: the judges read no logs."""
    copy = pathlib.Path(folder) / "recovered"
    copy.unlink(missing_ok=True)
    run = subprocess.run([vigie, "registry", "recover", file, "--out", copy], capture_output=True, check=False)
    if run.returncode not in (0, 3):
        raise SystemExit(f"vigie registry recover {file} ended with {run.returncode}: {run.stderr.decode()[:300]}")
    return copy if run.returncode == 0 else file


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--java", required=True)
    parser.add_argument("--classes", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    parser.add_argument("--print-differences", action="store_true", help="print every difference, known or not")
    options = parser.parse_args()
    samples = options.samples / "hives"
    files = list(hive_judges.hives(samples))
    if not files:
        raise SystemExit(f"no hives in {samples}")
    with tempfile.TemporaryDirectory() as folder:
        check = Check(options, folder)
        for file in files:
            check.compare(str(file.relative_to(samples)), recovered(options.vigie, file, folder))
        subprocess.run([options.java, "-cp", options.classes, "dev.vigie.formats.registry.HiveCopies", folder, *files],
                       check=True)
        written = sorted(pathlib.Path(folder).glob("copy-*")) + [pathlib.Path(folder) / "everything"]
        for copy in written:
            number = copy.name.removeprefix("copy-")
            name = str(files[int(number)].relative_to(samples)) if number.isdigit() else number
            check.compare(f"written: {name}", copy)
        print(f"{len(files)} hives of the samples, {len(written)} hives we wrote")
        return check.finish()


if __name__ == "__main__":
    sys.exit(main())
