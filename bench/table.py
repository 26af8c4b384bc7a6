"""Writes bench/results/DATE.json and the table of bench/README.md: usage: table.py RESULTS.jsonl ROOT VIGIE"""
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

BEGIN, END = "<!-- results -->\n", "<!-- end of results -->\n"
WHAT = {
    "version": "`vigie --version`: start-up alone",
    "explain": "`vigie explain 0x800706ba`",
    "query-1": "1 MB: `events query -q '*[System[EventID=7036]]'`; peers cannot filter and print all",
    "xml-20": "20 MB: `events cat -o xml`",
    "jsonl-20": "20 MB: `events cat -o jsonl`",
    "xml-210": "210 MB: `events cat -o xml`",
    "count-20": "20 MB, two logs: `events count`",
    "diagnose-20": "20 MB, two logs: `diagnose all`",
}


def output(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def processor():
    found = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return found[1] if found else "unknown"


def ratio(ours, theirs):
    return f"{ours / theirs:.2g} ×" if ours < theirs * 10 else f"{ours / theirs:.0f} ×"


def rows(results):
    times = {(result["name"], result["tool"]): result for result in results}
    for name, what in WHAT.items():
        ours = times.get((name, "vigie"))
        if ours is None:
            continue
        cells = [what, f"{ours['min'] * 1000:.0f} / {ours['median'] * 1000:.0f} ms", f"{ours['peakKiB'] // 1024} MiB"]
        for peer in ("evtx_dump", "evtxexport"):
            theirs = times.get((name, peer))
            cells.append(f"{ratio(ours['min'], theirs['min'])} ({theirs['min'] * 1000:.0f} ms, "
                         f"{theirs['peakKiB'] // 1024} MiB)" if theirs else "–")
        yield "| " + " | ".join(cells) + " |"
    yield ""
    yield parts(times)


def parts(times):
    start, count, diagnose = (times[name, "vigie"]["min"] for name in ("version", "count-20", "diagnose-20"))
    return (f"Of the {diagnose * 1000:.0f} ms of `diagnose all`, start-up is {start / diagnose:.0%} (`--version`), reading "
            f"{max(0, count - start) / diagnose:.0%} (`events count` without start-up), and the rest, gathering, reasoning "
            f"and the report, {max(0, diagnose - max(count, start)) / diagnose:.0%}.")


def main():
    lines, root, vigie = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    results = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    loads = [result["loadBefore"] for result in results]
    record = {
        "date": datetime.date.today().isoformat(),
        "commit": output("git", "-C", str(root), "rev-parse", "--short", "HEAD"),
        "vigie": output(vigie, "--version"),
        "peers": [output("evtx_dump", "--version"), output("evtxexport", "-V").splitlines()[0]],
        "machine": {"processor": processor(), "processors": os.cpu_count(), "load": [min(loads), max(loads)]},
        "results": results,
    }
    name = f"bench/results/{record['date']}.json"
    (root / name).write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    machine = record["machine"]
    table = [
        f"{record['date']}, commit {record['commit']}, {machine['processors']} × {machine['processor']}; load of the "
        f"machine while measuring {loads and min(loads)} to {max(loads)}, so take minima and ratios, not milliseconds. "
        f"Peers: {', '.join(record['peers'])}. All figures: [{pathlib.Path(name).name}](results/{pathlib.Path(name).name}).",
        "",
        "| what | Vigie, min / median | peak memory | to evtx_dump (Rust) | to evtxexport (libevtx) |",
        "|---|---|---|---|---|",
        *rows(results),
    ]
    readme = root / "bench/README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(before + BEGIN + "\n".join(table) + "\n" + END + after, encoding="utf-8")
    print("\n".join(table))


if __name__ == "__main__":
    main()
