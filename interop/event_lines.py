"""Rebuilds events from our JSON Lines, by the rules of docs/formats/events-jsonl.md alone."""
import json

NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event"
# Step 3 of the rules: the elements of System in order, with (attribute, member); no attribute is the element's content.
SYSTEM = [
    ("Provider", [("Name", "provider"), ("Guid", "providerGuid"), ("EventSourceName", "eventSourceName")]),
    ("EventID", [(None, "eventId"), ("Qualifiers", "qualifiers")]),
    ("Version", [(None, "version")]),
    ("Level", [(None, "level")]),
    ("Task", [(None, "task")]),
    ("Opcode", [(None, "opcode")]),
    ("Keywords", [(None, "keywords")]),
    ("TimeCreated", [("SystemTime", "time")]),
    ("EventRecordID", [(None, "recordId")]),
    ("Correlation", [("ActivityID", "activityId"), ("RelatedActivityID", "relatedActivityId")]),
    ("Execution", [("ProcessID", "processId"), ("ThreadID", "threadId"), ("ProcessorID", "processorId"),
                   ("SessionID", "sessionId"), ("KernelTime", "kernelTime"), ("UserTime", "userTime"),
                   ("ProcessorTime", "processorTime")]),
    ("Channel", [(None, "channel")]),
    ("Computer", [(None, "computer")]),
    ("Security", [("UserID", "userId")]),
]
TYPES = {
    "providerGuid": "guid", "activityId": "guid", "relatedActivityId": "guid", "keywords": "hex-int64",
    "time": "filetime", "userId": "sid", "provider": "string", "eventSourceName": "string", "channel": "string",
    "computer": "string",
}


def text(value):
    """A JSON value as the text that XML would have."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


class Element:
    """An element: a name, attributes as (name, type, text), and content of elements and (type, JSON value)."""

    def __init__(self, name, attributes=(), content=()):
        self.name = name
        self.attributes = list(attributes)
        self.content = list(content)

    @staticmethod
    def of(tree):
        return Element(tree["element"],
                       [(name, *typed(value)) for name, value in tree.get("attributes", [])],
                       [Element.of(item) if isinstance(item, dict) and "element" in item else typed(item)
                        for item in tree.get("content", [])])


def typed(value):
    """A value in a tree says its type unless it is a string or null."""
    if isinstance(value, dict):
        return value["type"], value["value"]
    return ("null" if value is None else "string"), value


def system(line):
    fields = line["system"]
    types = line.get("types", {})
    element = Element("System")
    for name, members in SYSTEM:
        leaf = members[0][0] is None
        present = members[0][1] in fields if leaf else name not in line.get("omitted", [])
        if present:
            child = Element(name)
            for attribute, member in members:
                if member in fields:
                    kind = types.get(member, TYPES.get(member, "integer"))
                    if attribute is None:
                        child.content.append((kind, fields[member]))
                    else:
                        child.attributes.append((attribute, kind, fields[member]))
            element.content.append(child)
    return element


def payload(items):
    element = Element("EventData")
    for item in items:
        name = item.get("element", "Data")
        attributes = [("Name", "string", item["name"])] if "name" in item and "element" not in item else []
        content = [(item["type"], item["value"])] if "type" in item else []
        element.content.append(Element(name, attributes, content))
    return element


def event(line):
    """The Event element that a line states."""
    if "tree" in line:
        return Element.of(line["tree"])
    root = Element("Event")
    root.content.append(system(line))
    if "data" in line and "payload" not in line:
        root.content.append(payload(line["data"]))
    root.content.extend(Element.of(tree) for tree in line.get("elements", []))
    return root


def local(name):
    return name.rpartition(":")[2]


def fields(element, parent=""):
    """Every element and attribute that has a value, in document order, as (path, type, text)."""
    found = []
    path = parent + "/" + local(element.name)
    for kind, value in occurrences(element):
        found.append((path, kind, value))
        for name, attribute_kind, attribute in element.attributes:
            if name != "xmlns" and not name.startswith("xmlns:"):
                found.append((path + "@" + local(name), attribute_kind, text(attribute)))
    for child in element.content:
        if isinstance(child, Element):
            found.extend(fields(child, path))
    return found


def occurrences(element):
    """The values of an element: an array repeats its element (MS-EVEN6 2.2.12), parts of text stand together."""
    values = [item for item in element.content if not isinstance(item, Element)]
    if len(values) == 1:
        kind, value = values[0]
        if kind.endswith("[]"):
            items = [typed(item) if isinstance(item, dict) else (kind[:-2], item) for item in value]
            return [(item_kind, text(item)) for item_kind, item in items] or [(kind[:-2], "")]
        return [(kind, text(value))]
    return [("string", "".join(text(value) for _, value in values))]


def read(stream):
    """(file, record id, fields) of every line."""
    for number, line in enumerate(stream, 1):
        try:
            parsed = json.loads(line)
        except ValueError as error:
            raise SystemExit(f"line {number} of our JSON Lines is no JSON: {error}") from error
        yield parsed["file"], parsed.get("record"), fields(event(parsed))
