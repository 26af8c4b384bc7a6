# shellcheck shell=bash
# Where our command, the samples and the software we compare with lie. Sourced by the scripts here and in bench.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
peers=${XDG_CACHE_HOME:-$HOME/.cache}/vigie-interop
export PATH=$peers/bin:$PATH
export VIGIE=${VIGIE:-$root/vigie}
export VIGIE_SAMPLES=${VIGIE_SAMPLES:-$root/../shared/samples}
# Debian's own, since the peers in Python are Debian's packages.
python=${VIGIE_PYTHON:-/usr/bin/python3}
java=${VIGIE_JAVA:-java}
for candidate in /usr/lib/jvm/*25*/bin/java; do
  [ -z "${VIGIE_JAVA:-}" ] && [ -x "$candidate" ] && java=$candidate
done
# Bytecode of the scripts stays out of the checkout.
export PYTHONDONTWRITEBYTECODE=1
export root peers python java
