#!/bin/sh
# Builds the distribution twice, each time from a clean copy of the committed sources, and compares what comes out byte by byte.
# From the top of the repository: deploy/check-reproducible.sh
set -eu

top=$(git rev-parse --show-toplevel)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM

build() {
    git clone -q --depth 1 "file://$top" "$work/$1"
    (cd "$work/$1" && ./mvnw -B -ntp -q -pl dist -am package -Dmaven.test.skip=true)
    (cd "$work/$1/dist/target/sluice" && find . -type f ! -name 'classes-*.jsa' | LC_ALL=C sort | xargs sha256sum) >"$work/$1.sums"
}

build first
build second
if diff "$work/first.sums" "$work/second.sums"; then
    printf 'reproducible: %s files are the same\n' "$(wc -l <"$work/first.sums")"
else
    printf 'not reproducible: the files above differ\n' >&2
    exit 1
fi
