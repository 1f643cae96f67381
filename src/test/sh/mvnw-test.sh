#!/bin/sh
# Tries mvnw with a Maven of its own making: sh src/test/sh/mvnw-test.sh
set -eu
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

check() {
    if echo "$2" | grep -q "$3"; then
        echo "ok: $1"
    else
        echo "FAILED: $1, it said: $2" >&2
        exit 1
    fi
}

# a stand-in for Maven: says its name and arguments
mkdir -p "$work/apache-maven-9/bin" "$work/old" "$work/new" "$work/tools"
printf '#!/bin/sh\necho "pinned $*"\n' > "$work/apache-maven-9/bin/mvn"
printf '#!/bin/sh\n[ "$1" = -v ] && echo "Apache Maven 3.6.3 (x)" || echo "old $*"\n' > "$work/old/mvn"
printf '#!/bin/sh\n[ "$1" = -v ] && echo "Apache Maven 3.10.0 (x)" || echo "new $*"\n' > "$work/new/mvn"
chmod +x "$work/apache-maven-9/bin/mvn" "$work/old/mvn" "$work/new/mvn"
tar -czf "$work/maven.tar.gz" -C "$work" apache-maven-9
sha=$(sha512sum "$work/maven.tar.gz" | cut -d ' ' -f 1)
export MAVEN_USER_HOME="$work/home"

check "uses an installed Maven that is new enough" \
    "$(PATH="$work/new:$PATH" "$root/mvnw" -q verify)" '^new -q verify$'

check "says what is wrong with a file that is not the pinned one" \
    "$(MAVEN_DISTRIBUTION_URL="file://$work/maven.tar.gz" "$root/mvnw" verify 2>&1 || true)" 'SHA-512 of .*expected bcfe4fe3'

check "leaves nothing behind then" "$(ls "$MAVEN_USER_HOME/wrapper/dists" | wc -l)" '^ *0$'

check "downloads another when told where" \
    "$(PATH="$work/new:$PATH" MAVEN_DISTRIBUTION_URL="file://$work/maven.tar.gz" MAVEN_DISTRIBUTION_SHA512="$sha" \
        "$root/mvnw" -q verify 2>/dev/null)" '^pinned -q verify$'

mv "$work/maven.tar.gz" "$work/moved.tar.gz"
check "downloads it once" \
    "$(MAVEN_DISTRIBUTION_URL="file://$work/maven.tar.gz" MAVEN_DISTRIBUTION_SHA512="$sha" "$root/mvnw" 'a b' 2>/dev/null)" \
    '^pinned a b$'

check "does not use an installed Maven that is too old" \
    "$(PATH="$work/old:$PATH" MAVEN_DISTRIBUTION_SHA512="$sha" "$root/mvnw" verify 2>/dev/null)" '^pinned verify$'
