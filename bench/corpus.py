"""Makes a large event log of the chunks of real ones: usage: corpus.py TARGET MEGABYTES SOURCE...

A source is a log or a folder of logs. Every intact chunk goes in once, in the order of the sources, and the whole
sequence again until the size is reached: neighbours stay neighbours, as in a real log. Prints what the mix is.
"""
import binascii
import hashlib
import pathlib
import struct
import sys

HEADER = 4096
CHUNK = 65536
# MS-EVEN6 has no file header; offsets after libyal, Windows XML Event Log (EVTX), sections 2 and 3.
LAST_CHUNK = 16
CHUNK_COUNT = 42
CHECKED = 120
FREE_SPACE = 48
DATA_CRC = 52
HEADER_CRC = 124
TABLES = 128
RECORDS = 512
MOST_CHUNKS = 65535


def number(chunk, offset):
    return struct.unpack_from("<I", chunk, offset)[0]


def intact(chunk):
    """Room that was never written and damaged chunks would make the peers read different amounts."""
    end = number(chunk, FREE_SPACE)
    return (chunk.startswith(b"ElfChnk\0") and RECORDS < end <= CHUNK
            and number(chunk, DATA_CRC) == binascii.crc32(chunk[RECORDS:end])
            and number(chunk, HEADER_CRC) == binascii.crc32(chunk[TABLES:RECORDS], binascii.crc32(chunk[:CHECKED])))


def logs(sources):
    for source in map(pathlib.Path, sources):
        yield from sorted(source.rglob("*.evtx")) if source.is_dir() else [source]


def distinct_chunks(sources):
    chunks = {}
    for path in logs(sources):
        log = path.read_bytes()
        for start in range(HEADER, len(log) - CHUNK + 1, CHUNK):
            chunk = log[start:start + CHUNK]
            if intact(chunk):
                chunks.setdefault(hashlib.sha256(chunk).digest(), chunk)
    return list(chunks.values())


def header(count):
    fields = bytearray(HEADER)
    fields[:8] = b"ElfFile\0"
    struct.pack_into("<QQQ", fields, 8, 0, count - 1, 1)
    struct.pack_into("<IHHHH", fields, 32, 128, 1, 3, HEADER, count)
    struct.pack_into("<I", fields, CHECKED + 4, binascii.crc32(fields[:CHECKED]))
    return bytes(fields)


def main():
    target, megabytes, *sources = sys.argv[1:]
    chunks = distinct_chunks(sources)
    count = min(MOST_CHUNKS, max(1, int(float(megabytes) * 1_000_000) // CHUNK))
    with open(target, "wb") as out:
        out.write(header(count))
        for index in range(count):
            out.write(chunks[index % len(chunks)])
    used = sum(number(chunk, FREE_SPACE) for chunk in chunks) / (len(chunks) * CHUNK)
    print(f"{pathlib.Path(target).name}: {count} chunks, {len(chunks)} of them distinct, {used:.0%} full")


if __name__ == "__main__":
    main()
