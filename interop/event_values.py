"""How differently event log readers print one value: the named differences that say nothing about what was read."""
import base64
import binascii
import datetime
import re

EPOCH = datetime.datetime(1601, 1, 1)
TIME = re.compile(r"(\d{4,5})-(\d+-\d+)[T ](\d+:\d+:\d+)(?:\.(\d+))?Z?")
# XML 1.0, 2.2: readers leave these out, escape them or break; JSON Lines keep them.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufffd")


def ticks(text):
    """A time in 100 ns; readers print six, seven or nine digits of a second."""
    year, day, clock, fraction = TIME.fullmatch(text).groups()
    # Python's calendar ends with the year 9999; 400 years always have the same number of days.
    wraps = max(0, (int(year) - 9600) // 400)
    whole = datetime.datetime.fromisoformat(f"{int(year) - 400 * wraps:04}-{day}T{clock}") - EPOCH
    seconds = (whole.days + wraps * 146097) * 86400 + whole.seconds
    return seconds * 10_000_000 + int((fraction or "").ljust(7, "0")[:7])


def same_guid(ours, theirs):
    """Braces and case."""
    return ours.strip("{}").lower() == theirs.strip("{}").lower()


def same_filetime(ours, theirs):
    """Digits: as many as the peer prints; python-evtx also rounds through a float."""
    digits = len(TIME.fullmatch(theirs)[4] or "")
    difference = abs(ticks(ours) - ticks(theirs))
    return difference == 0 if digits >= 7 else difference <= 100


def same_systemtime(ours, theirs):
    """Only whole seconds: python-evtx prints milliseconds as if they were microseconds."""
    return ticks(ours) // 10_000_000 == ticks(theirs) // 10_000_000


def same_bool(ours, theirs):
    """Case."""
    return ours.lower() == theirs.lower()


def octets(text):
    try:
        return binascii.unhexlify(text)
    except binascii.Error:
        return base64.b64decode(text)


def same_binary(ours, theirs):
    """Hexadecimal, or base64 as python-evtx prints it."""
    return octets(ours) == octets(theirs)


def same_real(ours, theirs):
    """Exponents and digits."""
    return float(ours) == float(theirs) or ours == theirs


def same_integer(ours, theirs):
    """Hexadecimal or decimal, leading zeros."""
    return int(ours, 0) == int(theirs, 0)


def same_negative(bits):
    """libevtx prints a minus and then the number without its highest bit."""
    return lambda ours, theirs: int(ours) < 0 and int(theirs) == -(int(ours) & ((1 << (bits - 1)) - 1))


def words(text):
    """Readers indent, turn CR LF into LF, and cannot print what XML does not allow."""
    return NOT_XML.sub("", text.rstrip("\0")).split()


SAME = {
    "guid": same_guid,
    "filetime": same_filetime,
    "systemtime": same_systemtime,
    "bool": same_bool,
    "binary": same_binary,
    "real32": same_real,
    "real64": same_real,
    "hex-int32": same_integer,
    "hex-int64": same_integer,
    "size-t": same_integer,
}
# What one reader alone prints differently.
SAME_FOR = {
    "libevtx": {f"int{bits}": same_negative(bits) for bits in (8, 16, 32, 64)},
}


def same(kind, ours, theirs, peer=""):
    """Whether two texts state the same value of a type (the names of types are those of our JSON Lines)."""
    if ours == theirs or words(ours) == words(theirs):
        return True
    equal = SAME_FOR.get(peer, {}).get(kind, SAME.get(kind))
    if equal is None:
        return False
    try:
        return equal(ours.strip(), theirs.strip())
    except (ValueError, TypeError, AttributeError):
        return False
