#!/bin/sh
exec "$(dirname "$0")/run.sh" all-in-one
