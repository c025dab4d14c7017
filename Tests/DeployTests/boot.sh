#!/bin/sh
# Boots machines of a fleet as a cloud does: the scripts of `katydid fleet` run in a Debian that has nothing but its base
# system and curl, in a network of their own. A worker fetches the tarball from a real master's page over HTTPS, checks it
# and joins; then a master of the fleet's own is made in the same way, and a worker for it.
#
# Usage: boot.sh KATYDID PACKAGES CACHE
#
# Prints how long it took from a worker's script's start until the master had heard the worker, in ms.
set -eu
if [ "$1" != inside ]; then
  # shellcheck source=Tests/DeployTests/root.sh
  . "$(dirname "$0")/root.sh"
  make_root "$3"
  trap remove_root EXIT
  # What is still running in there ends with the script.
  unshare --net --pid --fork --kill-child "$0" inside "$1" "$2" "$root" "$work"
  exit
fi
katydid=$2
packages=$3
root=$4
work=$5
ip link set lo up

# wait_for FILE PATTERN PROCESS: until a file has a line.
wait_for() {
  begin_wait=$(date +%s)
  until grep -q "$2" "$1" 2> /dev/null; do
    sleep 0.02
    kill -0 "$3" && [ $(($(date +%s) - begin_wait)) -lt 30 ] || {
      echo "'$2' does not come in $1" >&2
      cat "$1" "$work/boot" "$root"/var/log/katydid-*.log >&2 || true
      exit 1
    }
  done
}
# boot NAME: runs a script in the root.
boot() { chroot "$root" sh "/root/$1.sh" > "$work/boot" 2>&1 || { cat "$work/boot" >&2; exit 1; }; }

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2> /dev/null
cat > "$work/spec.py" <<'END'
from locust import User, constant, task


class Idle(User):
    wait_time = constant(1)

    @task
    def nothing(self):
        pass
END
echo "ann:$(openssl passwd -6 grasshopper)" > "$work/users"
tarball=$(echo "$packages"/katydid-*.tar.gz)
"$katydid" keygen "$work/swarm.key"
"$katydid" -f "$work/spec.py" --master --master-bind-host 127.0.0.1 --master-bind-port 0 \
  --secret-file "$work/swarm.key" --web-host 127.0.0.1 --web-port 0 --htpasswd "$work/users" \
  --tls-cert "$work/cert.pem" --tls-key "$work/key.pem" --package "$tarball" > "$work/master" 2>&1 &
master=$!
wait_for "$work/master" 'find the program' $master
page=$(sed -n 's/.*find the program at port \([0-9]*\), .*/\1/p' "$work/master")
path=$(sed -n 's/.*find the program at port [0-9]*, \([^ ]*\).*/\1/p' "$work/master")
pin=$(sed -n 's/.*(public key \([^)]*\)).*/\1/p' "$work/master")
# script NAME OPTION...: writes a script into the root.
script() {
  name=$1
  shift
  "$katydid" fleet script --secret-file "$work/swarm.key" --package-url "https://127.0.0.1:$page$path" \
    --package-sha256 "$(sha256sum "$tarball" | cut -d' ' -f1)" --package-server-key "$pin" "$@" > "$root/root/$name.sh"
}
script worker --master-host 127.0.0.1 \
  --master-port "$(sed -n 's/.*listens at 127.0.0.1:\([0-9]*\).*/\1/p' "$work/master")"
begin=$(date +%s%3N)
boot worker
wait_for "$work/master" 'reported as ready' $master
echo "$(($(date +%s%3N) - begin))"
[ "$(stat -c %a "$root/etc/katydid/swarm.key")" = 600 ]

# A master of the fleet's own, and a worker for it.
script master --spec "$work/spec.py" --htpasswd "$work/users" --web-from 203.0.113.7/32
boot master
begin_wait=$(date +%s)
until curl -skf https://127.0.0.1/healthz > /dev/null; do
  sleep 0.05
  [ $(($(date +%s) - begin_wait)) -lt 20 ] || { cat "$root"/var/log/katydid-master.log >&2; exit 1; }
done
[ "$(curl -sk -o /dev/null -w '%{http_code}' https://127.0.0.1/worker-count)" = 401 ]
script worker --master-host 127.0.0.1
boot worker
until curl -sk -u ann:grasshopper https://127.0.0.1/worker-count | grep -q '"worker_count":[1-9]'; do
  sleep 0.05
  [ $(($(date +%s) - begin_wait)) -lt 30 ] || { cat "$root"/var/log/katydid-*.log >&2; exit 1; }
done

# A tarball that was tampered with is never unpacked.
rm -rf "$root/opt/katydid"
sed -i -e "s/^digest='./digest='x/" -e 's/^for try in .*/for try in 10; do/' "$root/root/worker.sh"
! chroot "$root" sh /root/worker.sh > "$work/boot" 2>&1 || { echo "a wrong digest was taken" >&2; exit 1; }
grep -q 'no package with the right digest' "$work/boot"
[ ! -e "$root/opt/katydid" ]
