#!/bin/sh
# Lighthouse on the phone pages of a running application with demonstration data, on an emulated phone with a slow line.
# Needs node, npx and chromium. Prints rows for measured.md: sh src/docs/lighthouse.sh http://localhost:8080
set -eu
at=${1:-http://localhost:8080}
jar=$(mktemp)
out=$(mktemp -d)
token=$(curl -s -c "$jar" "$at/login" | sed -n 's/.*name="_csrf" value="\([^"]*\)".*/\1/p' | head -1)
curl -s -o /dev/null -b "$jar" -c "$jar" -d "_csrf=$token" -d username=totruong33 -d 'password=TungNha@2026' "$at/login"
form=$(curl -s -b "$jar" "$at/field" | sed -n 's#.*href="\(/field/households/[0-9a-f-]*/visits/new\)".*#\1#p' | head -1)

# One browser that is signed in by its own cookies: headers added by a script do not reach what the worker asks for.
"${CHROME_PATH:-$(command -v chromium)}" --headless=new --no-sandbox --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --user-data-dir="$out/profile" --remote-debugging-port=0 about:blank \
    2> "$out/browser.log" &
browser=$!
trap 'kill "$browser" 2> /dev/null; wait "$browser" 2> /dev/null || true; rm -rf "$jar" "$out"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -s "$out/profile/DevToolsActivePort" ] && break
    sleep 1
done
port=$(head -1 "$out/profile/DevToolsActivePort")
awk 'NF > 6 { sub(/^#HttpOnly_/, ""); print $6 "\t" $7 }' "$jar" > "$out/cookies"
sign_in() {
    node --experimental-websocket -e '
        const [port, at, file] = process.argv.slice(1);
        const cookies = require("fs").readFileSync(file, "utf8").trim().split("\n").map((line) => line.split("\t"))
            .map(([name, value]) => ({ name, value, url: at, httpOnly: true }));
        fetch(`http://127.0.0.1:${port}/json/version`).then((told) => told.json()).then(({ webSocketDebuggerUrl }) => {
            const line = new WebSocket(webSocketDebuggerUrl);
            line.onopen = () => line.send(JSON.stringify({ id: 1, method: "Storage.setCookies", params: { cookies } }));
            line.onmessage = () => line.close();
        });
    ' "$port" "$at" "$out/cookies"
}
for path in /login /field "${form%/visits/new}" "$form" /field/outbox; do
    [ "$path" = /login ] || sign_in
    npx --yes lighthouse@12 "$at$path" --quiet --form-factor=mobile --throttling-method=simulate \
        --only-categories=performance,accessibility,best-practices --port="$port" \
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
