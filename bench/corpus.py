"""Makes a large event log of the chunks of a real one: usage: corpus.py SOURCE TARGET MEGABYTES"""
import binascii
import pathlib
import struct
import sys

HEADER = 4096
CHUNK = 65536
# MS-EVEN6 has no file header; offsets after libyal, Windows XML Event Log (EVTX), section 2.
LAST_CHUNK = 16
NEXT_RECORD = 24
CHUNK_COUNT = 42
CHECKED = 120


def chunks(log):
    """The chunks that are whole; an event log also holds room that was never written."""
    for start in range(HEADER, len(log) - CHUNK + 1, CHUNK):
        chunk = log[start:start + CHUNK]
        if chunk.startswith(b"ElfChnk\0"):
            yield chunk


def header(log, count):
    fields = bytearray(log[:HEADER])
    struct.pack_into("<Q", fields, LAST_CHUNK, count - 1)
    struct.pack_into("<H", fields, CHUNK_COUNT, count)
    struct.pack_into("<I", fields, CHECKED, 0)  # closed cleanly
    struct.pack_into("<I", fields, CHECKED + 4, binascii.crc32(fields[:CHECKED]))
    return bytes(fields)


def main():
    source, target, megabytes = sys.argv[1:]
    log = pathlib.Path(source).read_bytes()
    whole = list(chunks(log))
    count = min(65535, max(1, int(float(megabytes) * 1_000_000) // CHUNK))
    with open(target, "wb") as out:
        out.write(header(log, count))
        for number in range(count):
            out.write(whole[number % len(whole)])


if __name__ == "__main__":
    main()
