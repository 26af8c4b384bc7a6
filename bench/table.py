"""Writes bench/results/DATE.json and the tables of bench/README.md: usage: table.py WORK ROOT VIGIE

WORK holds results.jsonl (whole commands), jmh-*.json (one warm thread) and mix (what the logs are made of).
"""
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
    "xml-mixed": "210 MB, mixed: `events cat -o xml --indent`",
    "jsonl-mixed": "210 MB, mixed: `events cat -o jsonl`",
    "xml-security": "210 MB, one security log: `events cat -o xml --indent`",
    "jsonl-security": "210 MB, one security log: `events cat -o jsonl`",
    "xml-1g": "1 GB, mixed: `events cat -o xml --indent`",
    "jsonl-1g": "1 GB, mixed: `events cat -o jsonl`",
    "query-1g": "1 GB, mixed: `events query -q '*[System[EventID=7036]]'`",
    "count-20": "20 MB, two logs: `events count`",
    "diagnose-20": "20 MB, two logs: `diagnose all`",
    "export-210": "210 MB, one security log: `events export -q '*[System[EventID=4624]]'` to .evtx",
}
PEERS = ("evtx_dump", "evtx_dump-crc", "evtxexport")


def output(*command):
    return subprocess.run(command, check=False, capture_output=True, text=True).stdout.strip()


def processor():
    found = re.search(r"model name\s*:\s*(.*)", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"))
    return found[1] if found else "unknown"


def ratio(ours, theirs):
    return f"{ours / theirs:.2g} ×" if ours < theirs * 10 else f"{ours / theirs:.0f} ×"


def milliseconds(seconds):
    return f"{seconds * 1000:.0f} ms"


class Results:
    def __init__(self, results, warm):
        self.commands = {(result["name"], result["tool"]): result for result in results}
        self.warm = warm

    def median(self, name, tool):
        return self.commands[name, tool]["median"]

    def megabytes_a_second(self, benchmark, log):
        for result in self.warm:
            if result["benchmark"].endswith("." + benchmark) and result["params"]["log"].endswith(f"/{log}.evtx"):
                return result["secondaryMetrics"]["megabytes"]["score"]
        raise KeyError(f"{benchmark} {log}")

    def one_thread(self, format_name, log):
        """What one thread of evtx_dump does in a second; its start costs it nothing."""
        return 210 / self.median(f"{format_name}-{log}", "evtx_dump-1")


def goals(results):
    """What is wanted: name, our figure, the floor, the target, and whether less is better."""
    for log in ("mixed", "security"):
        for benchmark, name in (("printXmlIndented", "xml"), ("printJsonLines", "jsonl")):
            ours, theirs = results.megabytes_a_second(benchmark, log), results.one_thread(name, log)
            yield (f"{name.upper()}, one warm thread, {log}: throughput ÷ evtx_dump's ({ours:.0f} ÷ {theirs:.0f} MB/s)",
                   ours / theirs, 1.0, 1.5, False)
    for name in ("xml-1g", "jsonl-1g"):
        ours, theirs = results.median(name, "vigie"), results.median(name, "evtx_dump")
        yield (f"{WHAT[name]}, all threads, whole process: evtx_dump's time ÷ ours ({milliseconds(theirs)} ÷ "
               f"{milliseconds(ours)})", theirs / ours, 1.0, 1.3, False)
    for name in ("xml-mixed", "jsonl-mixed", "xml-security", "jsonl-security"):
        ours, theirs = results.median(name, "vigie"), results.median(name, "evtx_dump")
        yield (f"{WHAT[name]}, whole process: evtx_dump's time ÷ ours ({milliseconds(theirs)} ÷ {milliseconds(ours)})",
               theirs / ours, 0.7, 1.0, False)
    for log in ("mixed", "security"):
        query, xml = (results.megabytes_a_second(name, log) for name in ("select", "printXmlIndented"))
        yield (f"`*[System[EventID=4624]]`, checksums verified, one warm thread, {log}: throughput ÷ our own XML ({query:.0f} ÷ {xml:.0f} MB/s)",
               query / xml, 5.0, 8.0, False)
    for name, what in (("memory-xml-4g", "XML"), ("memory-query-4g", "a query")):
        yield (f"4 GB, {what}: anonymous memory, MB", results.commands[name, "vigie"]["anonymousKiB"] * 1024 / 1e6, 300, 150,
               True)
    yield "`vigie --version`, whole process, ms", results.median("version", "vigie") * 1000, 250, 120, True
    yield "query over 1 MB, whole process, ms", results.median("query-1", "vigie") * 1000, 400, 200, True


def judged(figure, floor, target, less):
    reaches = (lambda mark: figure <= mark) if less else (lambda mark: figure >= mark)
    return "target met" if reaches(target) else "floor met" if reaches(floor) else "**missed**"


def goal_rows(results):
    for what, figure, floor, target, less in goals(results):
        shown = f"{figure:.0f}" if less else f"{figure:.2f}"
        yield f"| {what} | {shown} | {floor} | {target} | {judged(figure, floor, target, less)} |"


def command_rows(results):
    for name, what in WHAT.items():
        ours = results.commands.get((name, "vigie"))
        if ours is None:
            continue
        cells = [what, f"{ours['median'] * 1000:.0f} / {ours['min'] * 1000:.0f} ms", f"{ours['peakKiB'] // 1024} MiB"]
        for peer in PEERS:
            theirs = results.commands.get((name, peer))
            cells.append(f"{ratio(ours['median'], theirs['median'])} ({milliseconds(theirs['median'])}, "
                         f"{theirs['peakKiB'] // 1024} MiB)" if theirs else "–")
        yield "| " + " | ".join(cells) + " |"


def parts(results):
    start, count, diagnose = (results.median(name, "vigie") for name in ("version", "count-20", "diagnose-20"))
    return (f"Of the {milliseconds(diagnose)} of `diagnose all`, start-up is {start / diagnose:.0%} (`--version`), reading "
            f"{max(0, count - start) / diagnose:.0%} (`events count` without start-up), and the rest, gathering, reasoning "
            f"and the report, {max(0, diagnose - max(count, start)) / diagnose:.0%}.")


def warm_figures(jmh):
    return [{"benchmark": result["benchmark"], "log": pathlib.Path(result["params"]["log"]).name,
             "megabytesPerSecond": result["secondaryMetrics"]["megabytes"]["score"],
             "error": result["secondaryMetrics"]["megabytes"]["scoreError"]} for result in jmh]


def main():
    work, root, vigie = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    commands = [json.loads(line) for line in (work / "results.jsonl").read_text(encoding="utf-8").splitlines()]
    jmh = [result for file in sorted(work.glob("jmh-*.json")) for result in json.loads(file.read_text(encoding="utf-8"))]
    mix = (work / "mix").read_text(encoding="utf-8").splitlines()
    loads = [command["loadBefore"] for command in commands if "loadBefore" in command]
    record = {
        "date": datetime.date.today().isoformat(),
        "commit": output("git", "-C", str(root), "rev-parse", "--short", "HEAD"),
        "vigie": output(vigie, "--version"),
        "peers": [output("evtx_dump", "--version"), output("evtxexport", "-V").splitlines()[0]],
        "machine": {"processor": processor(), "processors": os.cpu_count(), "load": [min(loads), max(loads)]},
        "logs": mix,
        "commands": commands,
        "warm": warm_figures(jmh),
    }
    name = f"bench/results/{record['date']}.json"
    (root / name).write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    machine, results = record["machine"], Results(commands, jmh)
    tables = [
        f"{record['date']}, commit {record['commit']}, {machine['processors']} × {machine['processor']}; load of the "
        f"machine before each measurement {min(loads)} to {max(loads)}. Peers: {', '.join(record['peers'])}. "
        f"All figures: [{pathlib.Path(name).name}](results/{pathlib.Path(name).name}).",
        "",
        f"Logs: {'; '.join(mix)}.",
        "",
        "| what is wanted | figure | floor | target | |",
        "|---|---|---|---|---|",
        *goal_rows(results),
        "",
        "| command | Vigie, median / min | peak memory | to evtx_dump | to evtx_dump with checksums | to evtxexport (libevtx) |",
        "|---|---|---|---|---|---|",
        *command_rows(results),
        "",
        parts(results),
    ]
    readme = root / "bench/README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    readme.write_text(before + BEGIN + "\n".join(tables) + "\n" + END + after, encoding="utf-8")
    print("\n".join(tables))


if __name__ == "__main__":
    main()
