#!/bin/sh
# Runs every test, one target after the other, each with a limit of time: one that hangs doesn't keep the others from
# being run, and is tried once more.
#
# Usage: Tests/run.sh OPTION...   the options of 'swift test'; what it runs has been built with them
#
# The last line is `N passed, N failed`; the exit status is 0 when none has failed.
set -u
cd "$(dirname "$0")/.." || exit 1
limit=${KATYDID_TEST_LIMIT:-900}
log=$(mktemp)
status=$(mktemp)
trap 'rm -f "$log" "$status"' EXIT
passed=0
failed=0

# try TARGET OPTION...: the status of its tests; 124 when they hang.
try() {
  target=$1
  shift
  { timeout -k 10 "$limit" swift test "$@" --skip-build --filter "^$target\\." 2>&1; echo $? > "$status"; } | tee "$log"
  return "$(cat "$status")"
}

# count PATTERN: the number in the last line that matches.
count() { sed -n "s/$1/\\1/p" "$log" | tail -1 | grep . || echo 0; }

for folder in Tests/*Tests; do
  target=${folder#Tests/}
  try "$target" "$@"
  result=$?
  if [ "$result" -eq 124 ] || [ "$result" -eq 137 ]; then
    echo "$target has not ended after $limit s; once more"
    pkill -KILL -f "$PWD/.build.*xctest" || true
    try "$target" "$@"
    result=$?
  fi
  all=$(($(count '.*Executed \([0-9]*\) tests\{0,1\}, with.*') + $(count '.*Test run with \([0-9]*\) tests\{0,1\} .*')))
  bad=$(grep -cE "^Test Case '.*' failed \\(|^. Test .* failed after .*issue" "$log")
  # What has crashed, hung or run nothing has no line of its own.
  if [ "$result" -ne 0 ] && [ "$bad" -eq 0 ] || [ "$all" -eq 0 ]; then
    echo "$target has failed with status $result"
    bad=1
    all=$((all > 0 ? all : 1))
  fi
  passed=$((passed + all - bad))
  failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
