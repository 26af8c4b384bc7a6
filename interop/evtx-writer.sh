#!/bin/sh
# Checks the logs that EvtxWriter writes with three other readers: libevtx (evtxexport), python-evtx (evtx_dump.py) and
# the Rust crate evtx (evtx_dump).
#
# usage: interop/evtx-writer.sh [FOLDER]     FOLDER receives the logs; by default a temporary one
#
# Debian: apt-get install libevtx-utils python3-evtx; Rust: cargo install evtx --version 0.12.2.
# Another place of the Rust reader: EVTX_DUMP=/path/to/evtx_dump.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
if [ $# -gt 0 ]; then
    mkdir -p "$1"
    logs=$(cd "$1" && pwd)
else
    logs=$(mktemp -d)
    trap 'rm -rf "$logs"' EXIT
fi
rm -f "$logs"/*.evtx "$logs"/*.expected
(cd "$here/.." && mvn -q -B -pl formats test -Dtest=EvtxWriterInteropTest -Dvigie.evtx.samples="$logs")
python3 "$here/evtx_writer_compare.py" "$logs" "${EVTX_DUMP:-evtx_dump}"
