#!/bin/sh
# Runs one trial against the distribution that was built: run.sh split|all-in-one|postgres|promotion|throughput
# Needs dist/target/sluice (./mvnw -pl dist -am package -Dmaven.test.skip=true) and a Java 21 or newer: JAVA_HOME, or the one
# on the path. Ends by itself; exits with 0 when everything was as it has to be and with 1 when not.
set -eu
here=$(cd "$(dirname "$0")/../.." && pwd -P)
home=${SLUICE_HOME:-$here/dist/target/sluice}
[ -r "$home/sluice.jar" ] || { echo "run.sh: $home/sluice.jar is missing; build it first" >&2; exit 2; }
java=java
if [ -n "${JAVA_HOME:-}" ]; then java=$JAVA_HOME/bin/java; fi
exec "$java" -Xmx256m -cp "$home/sluice.jar:$home/lib/*" io.sluice.load.cluster.Trials "$1" "$home"
