#!/bin/sh
# Lighthouse on the phone pages of a running application with demonstration data, on an emulated phone with a slow line.
# Needs node, npx and chromium. Prints rows for measured.md: sh src/docs/lighthouse.sh http://localhost:8080
set -eu
at=${1:-http://localhost:8080}
jar=$(mktemp)
out=$(mktemp -d)
trap 'rm -rf "$jar" "$out"' EXIT
token=$(curl -s -c "$jar" "$at/login" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -1)
curl -s -o /dev/null -b "$jar" -c "$jar" -d "_csrf=$token" -d username=totruong33 -d 'password=TungNha@2026' "$at/login"
cookies=$(awk 'NF > 6 { sub(/^#HttpOnly_/, ""); printf "%s%s=%s", (n++ ? "; " : ""), $6, $7 }' "$jar")
printf '{"Cookie":"%s"}' "$cookies" > "$out/headers.json"
form=$(curl -s -b "$jar" "$at/field" | sed -n 's#.*href="\(/field/households/[0-9a-f-]*/visits/new\)".*#\1#p' | head -1)
for path in /login /field "${form%/visits/new}" "$form" /field/outbox; do
    headers=$out/headers.json
    [ "$path" = /login ] && echo '{}' > "$out/none.json" && headers=$out/none.json
    npx --yes lighthouse@12 "$at$path" --quiet --form-factor=mobile --throttling-method=simulate \
        --only-categories=performance,accessibility,best-practices --extra-headers="$headers" \
        --chrome-path="${CHROME_PATH:-$(command -v chromium)}" --chrome-flags='--headless=new --no-sandbox' \
        --output=json --output-path="$out/report.json"
    node -e '
        const { categories, audits } = JSON.parse(require("fs").readFileSync(process.argv[1]));
        const points = (name) => Math.round(categories[name].score * 100);
        const told = (name) => audits[name].displayValue;
        const below = Object.values(categories).flatMap((one) => one.auditRefs).filter(({ id, weight }) => weight && audits[id].score !== null && audits[id].score < 0.9);
        const path = process.argv[2].replace(/[0-9a-f-]{36}/, "{id}");
        console.log(`| ${path} | ${points("performance")} | ${points("accessibility")} | ${points("best-practices")} | ${told("first-contentful-paint")} | ${told("largest-contentful-paint")} | ${told("total-blocking-time")} | ${told("cumulative-layout-shift")} | ${below.map(({ id }) => id).join(", ")} |`);
    ' "$out/report.json" "$path"
done
