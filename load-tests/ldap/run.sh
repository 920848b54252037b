#!/bin/sh
# What OpenLDAP does alone and the Entra demo over a gateway with a tenant in the same server, side by side:
#
#   load-tests/ldap/run.sh [USERS] [IN_FLIGHT]        (1000 and 16)
#
# The directory is measured before and after the demo, because a disk is not the same every minute. Needs slapd (apt-get install
# slapd) and dist/target/sluice (./mvnw -pl dist -am package -Dmaven.test.skip=true), or another distribution in SLUICE_HOME.
# SLUICE_LDAP_JOURNAL=1 switches audit.journal on. SLUICE_LDAP_SHARED=1 also measures many operations on one connection.
# LDAP_PORT, HTTP_PORT and MANAGEMENT_PORT (13890, 18080, 19000) must be free on loopback. Everything is kept in a directory that
# is removed in the end. Exits with 0 when no request failed.
set -eu
users=${1:-1000}
in_flight=${2:-16}
ldap_port=${LDAP_PORT:-13890}
http_port=${HTTP_PORT:-18080}
management_port=${MANAGEMENT_PORT:-19000}
here=$(cd "$(dirname "$0")/../.." && pwd -P)
home=${SLUICE_HOME:-$here/dist/target/sluice}
slapd=${SLAPD:-/usr/sbin/slapd}
[ -r "$home/sluice.jar" ] || { echo "run.sh: $home/sluice.jar is missing; build it first" >&2; exit 2; }
[ -x "$slapd" ] || { echo "run.sh: $slapd is missing; install slapd first" >&2; exit 2; }

work=$(mktemp -d)
pids=
stop() {
    for pid in $pids; do kill "$pid" 2>/dev/null || true; done
    for pid in $pids; do wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT TERM

# ---- the directory, as the tests configure it -------------------------------------------------------------------
mkdir "$work/config" "$work/data"
resources=$here/backend-ldap/src/test/resources/slapd
sed -e "s|@DIR@|$work|" -e '/^@TLS@/d' "$resources/config.ldif" > "$work/config.ldif"
cp "$here/backend-ldap/src/main/resources/io/sluice/ldap/schema/sluice-olc.ldif" "$work/"
"${slapd%slapd}slapadd" -F "$work/config" -n 0 -l "$work/config.ldif"
"${slapd%slapd}slapadd" -F "$work/config" -n 1 -l "$resources/suffix.ldif"
"$slapd" -d 0 -F "$work/config" -h "ldap://127.0.0.1:$ldap_port" &
pids="$pids $!"
printf 'between-us\n' > "$work/password"

raw() {
    "$home/sluice" load raw-ldap --ldap "ldap://127.0.0.1:$ldap_port" --bind-dn cn=scim,dc=example,dc=com \
        --password-file "$work/password" --base dc=example,dc=com "$@"
}
alone() {
    echo "== the directory alone, $in_flight in flight on $in_flight connections"
    raw --count "$users" --in-flight "$in_flight" --connections "$in_flight" > "$work/$1"
    cat "$work/$1"
}
tries=0
until raw --count 1 > /dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 20 ] || { echo "run.sh: slapd does not answer" >&2; exit 1; }
    sleep 0.5
done
if [ -n "${SLUICE_LDAP_SHARED:-}" ]; then
    echo "== the directory alone, 64 in flight on 16 connections, one operation at a time on each"
    raw --count "$users" --in-flight 64 --connections 16
    echo "== the directory alone, 64 in flight on 16 connections, several at a time on each"
    raw --count "$users" --in-flight 64 --connections 16 --shared
fi
alone before

# ---- the gateway in front of it ---------------------------------------------------------------------------------
cat > "$work/sluice.yaml" <<EOF
http: {host: 127.0.0.1, port: $http_port}
management: {host: 127.0.0.1, port: $management_port}
backend: {default: ldap, control: file}
file: {directory: $work/control}
ldap:
  servers: [ldap://127.0.0.1:$ldap_port]
  bindDn: cn=scim,dc=example,dc=com
  bindPasswordFile: $work/password
  users:  ou=people,ou={tenant},dc=example,dc=com
  groups: ou=groups,ou={tenant},dc=example,dc=com
EOF
if [ -n "${SLUICE_LDAP_JOURNAL:-}" ]; then
    printf '  audit: {journal: %s/journal}\n' "$work" >> "$work/sluice.yaml"
fi
SLUICE_ADMIN_TOKEN=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
SLUICE_URL=http://127.0.0.1:$http_port
SLUICE_DATA_DIR=$work/gateway
export SLUICE_ADMIN_TOKEN SLUICE_URL SLUICE_DATA_DIR
mkdir "$SLUICE_DATA_DIR"
"$home/sluice" serve --config "$work/sluice.yaml" > "$work/gateway.log" 2>&1 &
pids="$pids $!"
tries=0
until "$home/sluice" tenant create demo > /dev/null 2>&1; do
    tries=$((tries + 1))
    [ "$tries" -lt 30 ] || { echo "run.sh: the gateway does not answer" >&2; tail -n 20 "$work/gateway.log" >&2; exit 1; }
    sleep 0.5
done
"$home/sluice" token generate --tenant demo --idp entra | sed -n 's/^Token  *//p' > "$work/token"
echo "== the demo over the gateway, $in_flight in flight"
failed=0
"$home/sluice" demo --url "$SLUICE_URL/tenants/demo/scim/v2" --token-file "$work/token" --users "$users" \
    --concurrency "$in_flight" > "$work/demo" || failed=1
cat "$work/demo"
alone after

# ---- side by side -----------------------------------------------------------------------------------------------
of() { awk -v name="$2" '$1 == name { print $3 }' "$work/$1"; }
summary() { sed -n "s/^\([0-9]*\) requests in \([0-9.]*\) s: \([0-9]*\) requests.s, \([0-9]*\) failures\$/\\$1/p" "$work/demo"; }
echo "== side by side"
printf '%-44s %10s %10s\n' "per second" "before" "after"
for step in add modify member search; do
    printf '%-44s %10s %10s\n' "the directory alone: $step" "$(of before $step)" "$(of after $step)"
done
printf '%-44s %10s\n' "demo over the gateway: requests per second" "$(summary 3)" \
    "demo over the gateway: requests" "$(summary 1)" "demo over the gateway: failures" "$(summary 4)"
exit "$failed"
