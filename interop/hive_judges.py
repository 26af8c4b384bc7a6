"""Other readers of registry hives, and ours: each gives what it finds in a hive as a list of items.

An item is ("key", path, time) or ("value", path, name, type, data): time in 100 ns since 1601, data as bytes. The view of
a judge is an item with what the judge says of it; items of which it says nothing have none.
"""
import datetime
import json
import pathlib
import re
import shutil
import struct
import subprocess
from urllib.parse import unquote_to_bytes

EPOCH = datetime.datetime(1601, 1, 1)
TYPES = ["NONE", "SZ", "EXPAND_SZ", "BINARY", "DWORD", "DWORD_BIG_ENDIAN", "LINK", "MULTI_SZ", "RESOURCE_LIST",
         "FULL_RESOURCE_DESCRIPTOR", "RESOURCE_REQUIREMENTS_LIST", "QWORD"]


def ticks(text):
    """From 2026-03-18T08:14:03.1234567Z."""
    whole, _, fraction = text.rstrip("Z").partition(".")
    seconds = datetime.datetime.fromisoformat(whole) - EPOCH
    return (seconds.days * 86_400 + seconds.seconds) * 10_000_000 + int(fraction.ljust(7, "0")[:7])


def utf16(text):
    return text.encode("utf-16-le", "surrogatepass")


def rebuilt(value):
    """The bytes of a value of our JSON Lines."""
    if "hex" in value:
        return bytes.fromhex(value["hex"])
    data = value["data"]
    match value["type"]:
        case "REG_SZ" | "REG_EXPAND_SZ":
            return utf16(data + "\0")
        case "REG_LINK":
            return utf16(data)
        case "REG_MULTI_SZ":
            return utf16("".join(text + "\0" for text in data) + "\0")
        case "REG_DWORD":
            return struct.pack("<I", data)
        case "REG_DWORD_BIG_ENDIAN":
            return struct.pack(">I", data)
        case "REG_QWORD":
            return struct.pack("<Q", int(data))
    raise ValueError(value)


def type_number(name):
    return name if isinstance(name, int) else TYPES.index(name.removeprefix("REG_"))


def ours(lines):
    for line in lines:
        key = json.loads(line)
        yield "key", key["path"], ticks(key["lastWritten"]) if "lastWritten" in key else 0
        for value in key["values"]:
            yield "value", key["path"], value["name"], type_number(value["type"]), rebuilt(value)


class Hivex:
    """libhivex through its Python module: everything, byte by byte."""
    name = "hivex"

    @staticmethod
    def is_here():
        try:
            import hivex  # noqa: F401 pylint: disable=import-outside-toplevel,unused-import
            return True
        except ImportError:
            return False

    @staticmethod
    def items(file):
        import hivex  # pylint: disable=import-outside-toplevel
        hive = hivex.Hivex(str(file))
        open_keys = [(hive.root(), "")]
        while open_keys:
            node, path = open_keys.pop()
            yield "key", path, hive.node_timestamp(node)
            for value in hive.node_values(node):
                kind, data = hive.value_value(value)
                yield "value", path, hive.value_key(value), kind & 0xFFFFFFFF, data
            for child in hive.node_children(node):
                name = hive.node_name(child)
                open_keys.append((child, f"{path}\\{name}" if path else name))

    @staticmethod
    def view(item):
        return item


class Regfexport:
    """regfexport of libregf: keys, names and types of values; it prints data as text, so they stay out."""
    name = "regfexport"
    VALUE = re.compile(r"Value: \d+(?: (.*))?")

    @staticmethod
    def is_here():
        return shutil.which("regfexport")

    def items(self, file):
        run = subprocess.run(["regfexport", file], capture_output=True, check=False)
        if run.returncode != 0:
            raise OSError(f"regfexport ended with {run.returncode}")
        root = path = None
        name = None
        for line in run.stdout.decode("utf-8", "replace").split("\n"):
            if line.startswith("Key path: "):
                path = line.removeprefix("Key path: ")
                root = path if root is None else root
                path = path[len(root):].lstrip("\\")
                yield "key", path, None
            elif match := self.VALUE.fullmatch(line):
                name = match[1] or ""
            elif line.startswith("Type: ") and name is not None:
                yield "value", path, "" if name == "(default)" else name, self.number(line)
                name = None

    @staticmethod
    def number(line):
        match = re.search(r"\(REG_(\w+?)(?:_LITTLE_ENDIAN)?\)", line)
        if match and match[1] in TYPES:
            return TYPES.index(match[1])
        match = re.search(r"\(?0x([0-9a-f]+)\)?", line)
        return int(match[1], 16) if match else line

    @staticmethod
    def view(item):
        if item[0] == "key":
            return "key", item[1], None
        return item[:4]


class Reglookup:
    """reglookup: keys with their times to the second, names and types of values; only paths that are ASCII."""
    name = "reglookup"
    TYPES = [*TYPES[:5], "DWORD_BE", *TYPES[6:8], "RSRC_LIST", "RSRC_DESC", "RSRC_REQ_LIST", "QWORD"]

    @staticmethod
    def is_here():
        return shutil.which("reglookup")

    @staticmethod
    def items(file):
        run = subprocess.run(["reglookup", "-H", file], capture_output=True, check=False)
        if run.returncode != 0:
            raise OSError(f"reglookup ended with {run.returncode}")
        for line in run.stdout.decode("ascii", "replace").split("\n"):
            fields = line.split(",")
            if len(fields) < 4:
                continue
            path = unquote_to_bytes(fields[0]).decode("latin-1").lstrip("/")
            if not Reglookup.is_plain(path):
                continue
            if fields[1] == "KEY":
                yield "key", path, Reglookup.seconds(fields[3])
            else:
                yield "value", path, fields[1]

    @staticmethod
    def is_plain(text):
        """Other names are printed as their bytes."""
        return all(" " <= character <= "~" for character in text)

    @staticmethod
    def seconds(text):
        return int((datetime.datetime.fromisoformat(text) - EPOCH).total_seconds())

    @staticmethod
    def view(item):
        path = item[1].replace("\\", "/")
        if not Reglookup.is_plain(path + (item[2] if item[0] == "value" else "")):
            return None
        if item[0] == "key":
            return "key", path, item[2] // 10_000_000
        name = item[2]
        kind = Reglookup.TYPES[item[3]] if item[3] < len(TYPES) else f"0x{item[3]:08X}"
        return "value", f"{path}/{name}" if path else name, kind


def judges():
    return [Hivex(), Regfexport(), Reglookup()]


def hives(folder):
    """The primary hives of the samples: no logs, no text."""
    for file in sorted(pathlib.Path(folder).rglob("*")):
        if file.is_file() and ".log" not in file.name.lower() and file.suffix not in (".json", ".txt"):
            with file.open("rb") as stream:
                if stream.read(4) == b"regf" or "BaseBlock" in file.name:
                    yield file
