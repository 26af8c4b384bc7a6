#!/usr/bin/env python3
"""Logs in archives that other software made give what the logs themselves give, and merged logs are in Python's order.

usage: archives.py --vigie COMMAND --samples FOLDER
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

LOGS = 6
MOST_BYTES = 3 << 20
EVENT = re.compile(r"<Event[ >].*?</Event>", re.S)
TIME = re.compile(r"<TimeCreated SystemTime='([^']*)'")


def vigie(command, *arguments, stdin=None):
    done = subprocess.run([command, "events", *map(str, arguments)], input=stdin, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def run(*command, cwd):
    subprocess.run([str(part) for part in command], cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def samples(folder):
    """The first logs, by name, that are small and not damaged."""
    files = sorted(path for path in pathlib.Path(folder, "evtx").rglob("*.evtx") if path.stat().st_size < MOST_BYTES)
    return files[: 40 * LOGS : 40] or files[:LOGS]


def makers(logs, names):
    """Name of an archive, and what makes it in the folder of the logs."""

    def python_zip(method):
        def make(target):
            with zipfile.ZipFile(target, "w", method) as archive:
                for name in names:
                    archive.write(logs / name, "C/Windows/System32/winevt/Logs/" + name)
        return make

    def python_tar(mode, form):
        def make(target):
            with tarfile.open(target, mode, format=form) as archive:
                for name in names:
                    archive.add(logs / name, "uac/" + "long-folder-name/" * 12 + "Système/" + name)
        return make

    yield "zip.zip", lambda target: run("zip", "-q", target, *names, cwd=logs)
    yield "zip-stored.zip", lambda target: run("zip", "-q", "-0", target, *names, cwd=logs)
    yield "zip-64.zip", lambda target: run("zip", "-q", "-fz", target, *names, cwd=logs)
    yield "7z.zip", lambda target: run("7z", "a", "-bd", "-tzip", target, *names, cwd=logs)
    yield "python.zip", python_zip(zipfile.ZIP_DEFLATED)
    yield "python-stored.zip", python_zip(zipfile.ZIP_STORED)
    yield "gnu.tar", lambda target: run("tar", "-cf", target, *names, cwd=logs)
    yield "gnu.tar.gz", lambda target: run("tar", "-czf", target, *names, cwd=logs)
    yield "python-pax.tar", python_tar("w", tarfile.PAX_FORMAT)
    yield "python-gnu.tgz", python_tar("w:gz", tarfile.GNU_FORMAT)


def check(name, given, wanted, failures):
    if given != wanted:
        failures.append(name)
        print(f"  {name}: differs", file=sys.stderr)


def check_archives(command, logs, names, folder, failures):
    wanted = vigie(command, "cat", *(logs / name for name in names))[1]
    for name, make in makers(logs, names):
        target = folder / name
        make(target)
        check(name, vigie(command, "cat", target)[1], wanted, failures)
        check(name + " as a stream", vigie(command, "cat", "-", stdin=target.read_bytes())[1], wanted, failures)


def check_gzip(command, logs, names, folder, failures):
    source = logs / names[0]
    wanted = vigie(command, "cat", source)[1]
    half = source.stat().st_size // 2
    for packer in ("gzip", "pigz"):
        parts = [source.read_bytes()[:half], source.read_bytes()[half:]]
        packed = b"".join(subprocess.run([packer, "-c"], input=part, capture_output=True, check=True).stdout
                          for part in parts)
        target = folder / (packer + ".evtx.gz")
        target.write_bytes(packed)
        check(packer, vigie(command, "cat", target)[1], wanted, failures)


def check_refusals(command, logs, names, folder, failures):
    encrypted = folder / "encrypted.zip"
    run("zip", "-q", "-P", "secret", encrypted, names[0], cwd=logs)
    deflate64 = folder / "deflate64.zip"
    run("7z", "a", "-bd", "-tzip", "-mm=Deflate64", deflate64, names[0], cwd=logs)
    own = folder / "own.7z"
    run("7z", "a", "-bd", own, names[0], cwd=logs)
    for target, word in ((encrypted, "encrypted"), (deflate64, "method 9"), (own, "7z x")):
        code, _, said = vigie(command, "check", target)
        check(target.name, (code, word in said), (3, True), failures)


def check_merge(command, logs, names, failures):
    apart = [event for name in names for event in EVENT.findall(vigie(command, "cat", logs / name)[1])]
    merged = EVENT.findall(vigie(command, "cat", "--merge", *(logs / name for name in names))[1])
    # Python's sort keeps the order of what has one time, as the merge must; times have all the same length.
    check("merge", merged, sorted(apart, key=lambda event: TIME.search(event).group(1)), failures)
    twice = EVENT.findall(vigie(command, "cat", "--unique", logs, *(logs / name for name in names))[1])
    once = EVENT.findall(vigie(command, "cat", "--unique", logs)[1])
    check("unique", twice, once, failures)
    print(f"{len(apart)} events, {len(once)} of them different")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--samples", required=True)
    options = parser.parse_args()
    failures = []
    os.environ["VIGIE_LANG"] = "en"
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        logs = folder / "logs"
        logs.mkdir()
        names = []
        for number, path in enumerate(samples(options.samples)):
            names.append(f"{number}.evtx")
            shutil.copyfile(path, logs / names[-1])
        check_archives(options.vigie, logs, names, folder, failures)
        check_gzip(options.vigie, logs, names, folder, failures)
        check_refusals(options.vigie, logs, names, folder, failures)
        check_merge(options.vigie, logs, names, failures)
    print("different: " + ", ".join(failures) if failures else "all archives give what the logs give")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
