#!/usr/bin/env python3
"""Compares the names of our status codes with the tables of impacket, which come from MS-ERREF.

Usage: interop/status-codes.py (with impacket installed)
"""
import collections
import pathlib
import sys

from impacket import hresult_errors, nt_errors, system_errors
from impacket.krb5 import constants

ROOT = pathlib.Path(__file__).resolve().parent.parent
TABLE = ROOT / "formats/src/main/resources/dev/vigie/formats/windows/status-codes.tsv"
# Checked by hand: (kind, value) where MS-ERREF and the Windows SDK give different names to one number, or the peer errs.
ALLOWED = {
    # MS-ERREF kept the names of older SDKs.
    ("HRESULT", 0x80310014): "FVE_E_FAILED_BAD_FS",
    ("HRESULT", 0x80320018): "FWP_E_TOO_MANY_BOOTTIME_FILTERS",
    ("HRESULT", 0x80320038): "FWP_E_INCOMPATIBLE_AUTH_CONFIG",
    ("HRESULT", 0x80320039): "FWP_E_INCOMPATIBLE_CIPHER_CONFIG",
}


def ours():
    names = collections.defaultdict(list)
    for line in TABLE.read_text(encoding="ascii").splitlines():
        if not line.startswith("#"):
            kind, value, name = line.split("\t")
            names[kind, int(value, 16)].append(name)
    return names


def theirs():
    for kind, messages in (("HRESULT", hresult_errors.ERROR_MESSAGES), ("NTSTATUS", nt_errors.ERROR_MESSAGES),
                           ("WIN32", system_errors.ERROR_MESSAGES)):
        for value, message in messages.items():
            yield kind, value & 0xFFFFFFFF, message[0]
    for code in constants.ErrorCodes:
        yield "KERBEROS", code.value, code.name


def main():
    table = ours()
    same = unknown = 0
    different = []
    for kind, value, name in theirs():
        names = table.get((kind, value))
        if names is None:
            unknown += 1
        elif name in names or ALLOWED.get((kind, value)) == name:
            same += 1
        else:
            different.append(f"{kind} {value:08X}: ours {names}, theirs {name}")
    print(f"{same} the same, {unknown} only in the peer's table, {len(different)} different")
    print("\n".join(different))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
