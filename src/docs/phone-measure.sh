#!/bin/sh
# Measures the first visit of a phone on slow 3G and the time a typical visit takes, and adds the figures to measured.md. Nothing else should run meanwhile.
set -eu
cd "$(dirname "$0")/../.."
rm -f target/phone-measured.md
./mvnw -q -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=PhoneMeasureTests,MainJobTests -Dtungnha.measure=true verify
cat target/phone-measured.md >> src/docs/measured.md
tail -n 4 src/docs/measured.md
