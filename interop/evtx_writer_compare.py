"""Compares what three readers of event logs find with what was written. See evtx-writer.sh."""
import pathlib
import re
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree as xml

from event_values import same

FORWARDED = "no elements outside templates; fails on forwarded logs of Windows as well"

# What a reader cannot do, whoever wrote the log: logs (by the start of their name) on which it may differ.
GAPS = {
    "libevtx": {
        "untemplated": FORWARDED,
        "array-True": "no arrays of booleans",
        "array-False": "no arrays of booleans",
        "array-Sid": "no arrays of SIDs",
        "non-bmp": "decodes surrogate pairs to other characters",
        "mixed": "keeps only the last of several parts of an element",
    },
    "python-evtx": {
        "untemplated": FORWARDED,
        "array-": "prints arrays of strings as elements of its own, has no other arrays",
    },
    "evtx": {
        "array-AnsiString": "no arrays of ANSI strings",
    },
}


def gap_of(reader, log):
    for start, reason in GAPS[reader].items():
        if log.startswith(start):
            return reason
    return None


def expected(file):
    events = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line == "event":
            events.append([])
        else:
            path, kind, text = line.split("\t")
            events[-1].append((path, kind, urllib.parse.unquote_plus(text)))
    return events


def flatten(element, parent, out):
    path = parent + "/" + re.sub(r"^\{.*\}", "", element.tag)
    text = (element.text or "").strip("\n") + "".join((child.tail or "") for child in element)
    out.append((path, text))
    for name, value in element.attrib.items():
        if value:  # an empty attribute does not exist (MS-EVEN6 2.2.12.2)
            out.append((path + "@" + re.sub(r"^\{.*\}", "", name), value))
    for child in element:
        flatten(child, path, out)


def read(command):
    result = subprocess.run(command, capture_output=True, check=False)
    text = result.stdout.decode("utf-8", "replace")
    events = []
    for found in re.finditer(r"<Event[ >].*?</Event>", text, re.DOTALL):
        out = []
        flatten(xml.fromstring(found[0]), "", out)
        events.append(out)
    return events, (result.stderr.decode("utf-8", "replace").strip() or text.strip()).splitlines()[-1:]


def differences(reader, written, events):
    if len(written) != len(events):
        yield f"{len(written)} records written, {len(events)} read"
        return
    for index, (wanted, found) in enumerate(zip(written, events)):
        wanted = [item for item in wanted if "@" not in item[0] or item[2]]
        names = [item[0] for item in wanted]
        if names != [item[0] for item in found]:
            yield f"record {index}: fields {[item[0] for item in found]}, not {names}"
            continue
        for (path, kind, text), (_, other) in zip(wanted, found):
            if not same(kind.lower().replace("_", "-"), text, other, reader):
                yield f"record {index}: {path} {kind} {text!r} read as {other!r}"


def main():
    folder = pathlib.Path(sys.argv[1])
    readers = {
        "libevtx": ["evtxexport", "-f", "xml"],
        "python-evtx": ["evtx_dump.py"],
        "evtx": [sys.argv[2], "--validate-checksums"],
    }
    bad = good = gaps = 0
    for log in sorted(folder.glob("*.evtx")):
        written = expected(log.with_suffix(".expected"))
        for reader, command in readers.items():
            events, complaint = read(command + [str(log)])
            problems = list(differences(reader, written, events))
            gap = gap_of(reader, log.stem)
            if not problems:
                good += 1
                print(f"same      {reader:12} {log.stem}: {len(events)} records")
            elif gap:
                gaps += 1
                print(f"gap       {reader:12} {log.stem}: {gap}")
            else:
                bad += 1
                print(f"DIFFERENT {reader:12} {log.stem}: {problems[:5]} {complaint}")
    print(f"{good} passed, {bad} failed, {gaps} skipped")
    sys.exit(1 if bad or not good else 0)


if __name__ == "__main__":
    main()
