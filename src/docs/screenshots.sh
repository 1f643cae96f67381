#!/bin/sh
# Takes the pictures of the README anew, from the running application with demonstration data.
set -eu
cd "$(dirname "$0")/../.."
rm -rf target/screenshots
./mvnw -q -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false \
    -Dit.test=ScreenshotsTests -Dtungnha.screenshots=true verify
mkdir -p src/docs/screenshots
cp target/screenshots/*.png src/docs/screenshots/
ls -l src/docs/screenshots
