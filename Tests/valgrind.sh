#!/bin/bash
# Runs a load test under valgrind, against the demo target with everything a server can do well or badly, and fails on
# the first invalid read, write or free of the engine:
#
#   Tests/valgrind.sh [path of katydid]      (Debian package: valgrind; takes about 20 seconds)
#
# Fibers run on stacks of their own. Valgrind notices the switches by itself and may warn of "client switching stacks",
# which means no harm. Uninitialised values are not reported: the collector reads whole stacks on purpose.
set -u
katydid=${1:-.build/release/katydid}
folder=$(mktemp -d)
target=
trap '[ -z "$target" ] || { kill "$target"; wait "$target"; } 2>/dev/null; rm -rf "$folder"' EXIT

command -v valgrind >/dev/null || { echo "valgrind is missing (Debian package valgrind)" >&2; exit 2; }

"$katydid" demo-target --port 0 --tls-port 0 >"$folder/target" 2>&1 &
target=$!
for _ in $(seq 100); do
  [ "$(grep -c '^listening on' "$folder/target")" = 2 ] && break
  sleep 0.05
done
plain=$(sed -n 's/^listening on \(http:.*\)/\1/p' "$folder/target")
tls=$(sed -n 's/^listening on \(https:.*\)/\1/p' "$folder/target")
[ -n "$plain" ] && [ -n "$tls" ] || { cat "$folder/target" >&2; exit 2; }

cat >"$folder/spec.py" <<SPEC
from locust import HttpUser, constant, task

ROUTES = [
    "/", "/json", "/gzip", "/deflate", "/chunked", "/stream/5", "/bytes/300000", "/headers/50", "/close", "/status/404",
    "/redirect/3", "/redirect-loop", "/cookies/set?a=1&b=2", "/cookies", "/delay/0.02", "/drip", "/drop", "/reset",
    "/garbage", "/truncate",
]


class Every(HttpUser):
    abstract = True
    wait_time = constant(0)

    def on_start(self):
        self.client.verify = False

    @task
    def routes(self):
        for route in ROUTES:
            with self.client.get(route, name=route, timeout=2, catch_response=True) as response:
                response.text
                response.success()
        self.client.post("/echo", json={"a": ["b"] * 50})
        self.client.post("/upload", data=b"x" * 200000)
        self.client.put("/echo", data={"a": "b c"})
        self.client.head("/json")
        with self.client.get("/never", timeout=0.05, catch_response=True) as response:
            response.success()
        with self.client.get("http://127.0.0.1:1/", catch_response=True) as response:
            response.success()
        with self.client.get("http://nonexistent.invalid/", catch_response=True) as response:
            response.success()


class Plain(Every):
    host = "$plain"


class Secure(Every):
    host = "$tls"
SPEC

# Valgrind 3.19 gives up on debug information as new as the compilers'. Stacks lie 2 MiB apart: what moves the stack pointer
# further than half of that is a switch, after which the other stack's frames are as valid as before.
strip --strip-debug -o "$folder/katydid" "$katydid"
timeout 120 valgrind --error-exitcode=9 --leak-check=no --undef-value-errors=no --max-stackframe=1000000 \
  --log-file="$folder/valgrind.%p" \
  "$folder/katydid" -f "$folder/spec.py" --headless -u 6 -r 6 -t 8s --stop-timeout 5 --processes 1 --host "$plain" \
  >"$folder/output" 2>&1
status=$?

grep -E 'Aggregated' "$folder/output" | tail -2 | head -1
# The master and its worker each have a log of their own.
if grep -LE 'ERROR SUMMARY: 0 errors' "$folder"/valgrind.* | grep -q .; then
  cat "$folder"/valgrind.* >&2
  exit 1
fi
if [ "$(ls "$folder"/valgrind.* | wc -l)" -lt 2 ] || ! grep -qE 'Aggregated +[1-9]' "$folder/output"; then
  cat "$folder/output" >&2
  echo "the load test itself failed (exit code $status)" >&2
  exit 1
fi
echo "no invalid reads or writes"
