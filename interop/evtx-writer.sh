#!/usr/bin/env bash
# Checks the logs that EvtxWriter writes with three other readers: libevtx (evtxexport), python-evtx (evtx_dump.py) and
# the Rust crate evtx (evtx_dump).
#
# usage: interop/evtx-writer.sh [FOLDER]     FOLDER receives the logs; by default a temporary one
#
# Debian: apt-get install libevtx-utils python3-evtx; Rust: cargo install evtx --version 0.12.2.
# Another place of the Rust reader: EVTX_DUMP=/path/to/evtx_dump.
set -euo pipefail
# shellcheck source-path=SCRIPTDIR source=peers.sh
. "$(dirname "$0")/peers.sh"
if [ $# -gt 0 ]; then
    mkdir -p "$1"
    logs=$(cd "$1" && pwd)
else
    logs=$(mktemp -d)
    trap 'rm -rf "$logs"' EXIT
fi
rm -f "$logs"/*.evtx "$logs"/*.expected
(cd "$root" && mvn -q -B -pl formats test -Dtest=EvtxWriterInteropTest -Dvigie.evtx.samples="$logs")
"$python" "$root/interop/evtx_writer_compare.py" "$logs" "${EVTX_DUMP:-evtx_dump}"
