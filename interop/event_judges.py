"""Event log readers that we did not write: each turned into records of (path, text) in document order."""
import re
import shutil
import subprocess
import xml.etree.ElementTree as xml

from event_values import NOT_XML

BOUNDARY = re.compile(r"<Event[ >]|</Event>")
CHARACTER = re.compile(r"&#(x[0-9A-Fa-f]+|[0-9]+);")
ARRAY = re.compile(r"(?:<string>.*?</string>\s*)+", re.DOTALL)
ITEM = re.compile(r"<string>(.*?)</string>", re.DOTALL)
# A bare ampersand: not every reader escapes attributes.
AMPERSAND = re.compile(r"&(?!(?:[a-zA-Z]+|#[0-9]+|#x[0-9A-Fa-f]+);)")
# libevtx does not escape ANSI strings: what stands between the tags of its Data elements is text, whatever it looks like.
DATA = re.compile(r"(<Data(?: Name=\"[^\"\n]*\")?>)(.*?)(</Data>)$", re.DOTALL | re.MULTILINE)
TIMEOUT = 300


class Judge:
    """A reader's command line, and the size of file it is fast enough for."""

    def __init__(self, name, command, limit=None, repair=lambda text: text):
        self.name = name
        self.command = command
        self.limit = limit
        self.repair = repair

    def is_here(self):
        return shutil.which(self.command[0]) is not None

    def reads(self, file):
        return self.limit is None or file.stat().st_size <= self.limit

    def records(self, file):
        """The records of a file, each a list of (path, text); and the last complaint of the reader."""
        result = subprocess.run([*self.command, str(file)], capture_output=True, check=False, timeout=TIMEOUT)
        text = self.repair(result.stdout.decode("utf-8", "replace"))
        complaint = result.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        return [fields(parse(event)) for event in events(text)], "".join(complaint)


def judges():
    return [
        Judge("libevtx", ["evtxexport", "-f", "xml"], repair=escape_data),
        Judge("evtx", ["evtx_dump", "-t", "1", "--no-indent"]),
        # 0.2 MB/s: large files would take the better part of an hour.
        Judge("python-evtx", ["evtx_dump.py"], limit=200_000),
    ]


def escape_data(text):
    return DATA.sub(lambda data: data[1] + escape(data[2]) + data[3] if "<" in data[2] else data[0], text)


def escape(text):
    return AMPERSAND.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;")


def events(text):
    """Each outermost Event element of a reader's output."""
    depth = start = 0
    for boundary in BOUNDARY.finditer(text):
        if boundary[0] == "</Event>":
            depth -= 1
            if depth == 0:
                yield text[start:boundary.end()]
        else:
            if depth == 0:
                start = boundary.start()
            depth += 1


def parse(event):
    """Lenient, for peers: some print characters that XML does not allow."""
    try:
        return xml.fromstring(event)
    except xml.ParseError:
        legal = CHARACTER.sub(lambda found: "" if NOT_XML.match(character(found[1])) else found[0], event)
        try:
            return xml.fromstring(AMPERSAND.sub("&amp;", NOT_XML.sub("", legal)))
        except xml.ParseError as error:
            return xml.Element("unreadable", {"error": str(error)})


def character(number):
    code = int(number[1:], 16) if number.startswith("x") else int(number)
    return chr(code) if code < 0x110000 else "\0"


def local(name):
    return name.rpartition("}")[2]


def fields(element, parent=""):
    path = parent + "/" + local(element.tag)
    text = (element.text or "") + "".join(child.tail or "" for child in element)
    attributes = [(path + "@" + local(name), value) for name, value in element.attrib.items()]
    found = []
    # python-evtx prints an array of strings as elements of its own, escaped, in one element.
    for item in ITEM.findall(text) if ARRAY.fullmatch(text) else [text]:
        found.append((path, item))
        found.extend(attributes)
    for child in element:
        found.extend(fields(child, path))
    return found
