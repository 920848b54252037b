#!/bin/sh
# Ends by itself, prints a verdict, and exits with 0 when everything was as it has to be and with 1 when not.
exec "$(dirname "$0")/../../sluice" load trial all-in-one
