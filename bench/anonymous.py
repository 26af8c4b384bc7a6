"""Runs a command, its output thrown away, and prints the most anonymous memory it held, in KiB: anonymous.py COMMAND...

Pages of mapped files come and go with the file cache; what a process truly needs is what no file stands behind
(proc_pid_status, RssAnon).
"""
import pathlib
import re
import subprocess
import sys
import time

PAUSE = 0.02


def anonymous(process):
    try:
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    found = re.search(r"^RssAnon:\s*(\d+) kB", status, re.MULTILINE)
    return int(found[1]) if found else 0


def main():
    most = 0
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, anonymous(process))
            time.sleep(PAUSE)
    print(most)


if __name__ == "__main__":
    main()
