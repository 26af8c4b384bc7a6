"""Checks the report's forms with parsers we did not write: JSON by its schema, HTML by html.parser, JUnit by expat."""
import argparse
import html.parser
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "diagnosis/src/main/resources/dev/vigie/diagnosis/report/vigie.report-1.schema.json"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# What makes a browser fetch; a link that the reader may follow does not.
FETCHING = {"src", "srcset", "poster", "background", "data", "action", "formaction"}
OUTSIDE = re.compile(r"^\s*(?!data:|#)\S", re.IGNORECASE)
CSS_FETCH = re.compile(r"@import|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)


class Page(html.parser.HTMLParser):
    """Balanced, in one language, readable on its own."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.faults = []
        self.language = self.charset = ""
        self.ids = set()
        self.targets = set()
        self.words = []

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "html":
            self.language = attributes.get("lang", "")
        if tag == "meta" and "charset" in attributes:
            self.charset = attributes["charset"].lower()
        if tag == "script":
            self.faults.append("a script")
        if tag == "link" and OUTSIDE.match(attributes.get("href", "")):
            self.faults.append(f"a link element to {attributes['href']}")
        for name, value in attrs:
            if name in FETCHING and OUTSIDE.match(value or ""):
                self.faults.append(f"{tag} {name} fetches {value}")
            if name == "style" and CSS_FETCH.search(value or ""):
                self.faults.append(f"{tag} style fetches {value}")
            if name.startswith("on"):
                self.faults.append(f"{tag} has a handler {name}")
        if "id" in attributes and attributes["id"] in self.ids:
            self.faults.append(f"two elements with the id {attributes['id']}")
        self.ids.add(attributes.get("id"))
        if attributes.get("href", "").startswith("#"):
            self.targets.add(attributes["href"][1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"line {self.getpos()[0]}: </{tag}> closes nothing")

    def handle_data(self, data):
        if self.open and self.open[-1] == "style" and CSS_FETCH.search(data):
            self.faults.append("the style sheet fetches something")
        self.words.append(data)

    def finished(self, language):
        if self.open:
            self.faults.append(f"never closed: {self.open}")
        if self.language != language:
            self.faults.append(f"lang is {self.language!r}, not {language!r}")
        if self.charset != "utf-8":
            self.faults.append(f"charset is {self.charset!r}")
        self.faults += [f"a link to #{target}, which is not there" for target in self.targets - self.ids]
        return self.faults


def html_faults(text, language):
    page = Page()
    page.feed(text)
    page.close()
    return page.finished(language)


def json_faults(text, validator):
    report = json.loads(text)
    return [f"{'/'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(report)]


def junit_faults(text):
    faults = []
    root = xml.fromstring(text)
    suites = [root] if root.tag == "testsuite" else root.findall("testsuite")
    if root.tag not in ("testsuite", "testsuites") or not suites:
        faults.append(f"no test suites, the root is {root.tag}")
    for suite in suites:
        cases = suite.findall("testcase")
        stated = {"tests": len(cases), "failures": len(suite.findall("testcase/failure")),
                  "skipped": len(suite.findall("testcase/skipped")), "errors": len(suite.findall("testcase/error"))}
        faults += [f"{suite.get('name')}: {name} is {suite.get(name)}, counted {number}"
                   for name, number in stated.items() if int(suite.get(name, "0")) != number]
        faults += [f"a test case without {name}" for case in cases for name in ("name", "classname")
                   if not case.get(name)]
        if not cases:
            faults.append(f"{suite.get('name')}: no test cases")
    return faults


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--vigie", required=True)
    parser.add_argument("--samples", required=True, type=pathlib.Path)
    options = parser.parse_args()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    checks = {"json": lambda text, language: json_faults(text, validator),
              "html": html_faults,
              "junit": lambda text, language: junit_faults(text)}
    bad = good = 0
    with tempfile.TemporaryDirectory() as folder:
        demo = pathlib.Path(folder) / "demo"
        subprocess.run([options.vigie, "demo", "--dir", demo], check=True, capture_output=True)
        # A fault, many machines in one folder, and nothing that could be assessed.
        subjects = {"the demo": demo, "all samples": options.samples / "evtx",
                    "one log": min((options.samples / "evtx").rglob("*.evtx"))}
        for subject, logs in subjects.items():
            for form, check in checks.items():
                for language in ("en", "fr"):
                    result = subprocess.run([options.vigie, "diagnose", "all", "--evtx", logs, "--since", "all", "-o",
                                             form, "--lang", language], check=False, capture_output=True)
                    faults = [] if result.returncode in (0, 1, 3) else [f"exit code {result.returncode}",
                                                                        result.stderr.decode()[-300:]]
                    faults = faults or check(result.stdout.decode("utf-8"), language)
                    good, bad = good + (not faults), bad + bool(faults)
                    print(f"{'bad ' if faults else 'good'} {form:5} {language} of {subject}: "
                          f"{len(result.stdout)} bytes {faults[:5] or ''}")
    print(f"{good} reports passed, {bad} failed")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
