#!/bin/sh
# Runs before.py for six seconds against the demo target, and puts after.py in its place in the middle.
# usage: run.sh [KATYDID]
set -eu
katydid=$(realpath "${1:-.build/release/katydid}")
here=$(dirname "$(realpath "$0")")
work=$(mktemp -d)
"$katydid" demo-target --port 0 > "$work/target" &
target=$!
trap 'kill $target; rm -rf "$work"' EXIT
until grep -q listening "$work/target"; do sleep 0.05; done
cp "$here/before.py" "$work/spec.py"
cd "$work"
"$katydid" -f spec.py --headless -u 4 -r 4 -t 6s --only-summary --host "$(sed -n 's/^listening on //p' target)" &
run=$!
sleep 3
# A new file under the old name, as editors and configuration management write it.
cp "$here/after.py" next.py
mv next.py spec.py
wait $run
