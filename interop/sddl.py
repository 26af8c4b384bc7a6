#!/usr/bin/env python3
"""Compares our SDDL and binary security descriptors with Samba's, in both directions.

Needs python3-samba. Usage, after the tests of the module formats are compiled:
  interop/sddl.py [--java JAVA] [--count N] [--seed N]
"""
import argparse
import pathlib
import re
import subprocess
import sys

from samba.dcerpc import security
from samba.ndr import ndr_pack, ndr_unpack

ROOT = pathlib.Path(__file__).resolve().parent.parent
DOMAIN = security.dom_sid("S-1-5-21-1004336348-1177238915-682003330")
# What administrators meet: services, the WinRM root, files, registry keys, a certificate template.
REAL = [
    "D:(A;;CCLCSWRPWPDTLOCRRC;;;SY)(A;;CCDCLCSWRPWPDTLOCRSDRCWDWO;;;BA)(A;;CCLCSWLOCRRC;;;IU)(A;;CCLCSWLOCRRC;;;SU)",
    "O:NSG:BAD:P(A;;GA;;;BA)(A;;GR;;;IU)S:P(AU;FA;GA;;;WD)(AU;SA;GXGW;;;WD)",
    "O:BAG:SYD:PAI(A;OICI;FA;;;SY)(A;OICIIO;GA;;;CO)(A;OICI;0x1200a9;;;BU)",
    "O:BAG:SYD:AI(A;CIID;KA;;;BA)(A;CIID;KR;;;BU)",
    "O:DAG:DAD:(OA;;CR;0e10c968-78fb-11d2-90d4-00c04f79dc55;;DA)(A;;RPLCRC;;;AU)(A;;CCDCLCSWRPWPDTLOSDRCWDWO;;;EA)",
    "O:BAG:BAD:(A;;CCDCLCSWRP;;;BA)(A;;CCDCSW;;;WD)(A;;CCDCLCSWRP;;;S-1-5-32-562)",
]


# Samba before 4.18 reads no names of registry rights and takes FA for 0x1ff.
RIGHTS = {"FA": "0x1f01ff", "KA": "0xf003f", "KR": "0x20019", "KW": "0x20006"}


def from_sddl(sddl):
    sddl = re.sub(r"(\(\w+;\w*;)(FA|KA|KR|KW);", lambda entry: entry[1] + RIGHTS[entry[2]] + ";", sddl)
    return security.descriptor.from_sddl(sddl, DOMAIN)


def canonical(blob):
    """What the descriptor says, whatever the order of its parts in the binary form."""
    descriptor = ndr_unpack(security.descriptor, blob)

    def acl(value):
        return None if value is None else [ndr_pack(ace) for ace in value.aces]
    return (descriptor.type, str(descriptor.owner_sid), str(descriptor.group_sid), acl(descriptor.sacl),
            acl(descriptor.dacl))


def ask(java, lines):
    classes = [ROOT / "formats/target/classes", ROOT / "formats/target/test-classes"]
    command = [java, "-cp", ":".join(map(str, classes)), "dev.vigie.formats.windows.SddlConversation"]
    answer = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True)
    return answer.stdout.splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", default="java")
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    failures = []

    def check(what, sddl, ours, theirs):
        if ours != theirs:
            failures.append(f"{what}: {sddl}\n  ours:  {ours}\n  Samba: {theirs}")

    generated = [line.split("\t") for line in ask(options.java, [f"random {options.count} {options.seed}"])]
    for sddl, blob in generated:
        blob = bytes.fromhex(blob)
        # They read our binary form, and our text means the same to them as our binary form.
        try:
            check("our text", sddl, canonical(blob), canonical(ndr_pack(from_sddl(sddl))))
        except TypeError:
            failures.append(f"our text refused: {sddl}")
    # We read their text and their binary form.
    theirs = [ndr_unpack(security.descriptor, bytes.fromhex(blob)) for _, blob in generated]
    theirs += [from_sddl(sddl) for sddl in REAL]
    texts = [descriptor.as_sddl(DOMAIN) for descriptor in theirs]
    blobs = [ndr_pack(descriptor) for descriptor in theirs]
    for text, blob, answer in zip(texts, blobs, ask(options.java, ["binary " + text for text in texts])):
        check("their text", text, answer if answer.startswith("!") else canonical(bytes.fromhex(answer)),
              canonical(blob))
    read_back = ask(options.java, ["text " + blob.hex() for blob in blobs])
    for text, blob, answer in zip(texts, blobs, read_back):
        try:
            check("their binary", text, canonical(ndr_pack(from_sddl(answer))), canonical(blob))
        except TypeError:
            failures.append(f"our text refused: {text}\n  ours: {answer}")
    print(f"{len(generated)} descriptors of ours, {len(blobs)} of Samba's: {len(failures)} differences")
    print("\n".join(failures[:20]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
