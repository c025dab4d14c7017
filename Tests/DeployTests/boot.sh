#!/bin/sh
# Boots a worker as a new machine does: the script of `katydid fleet` runs in a Debian that has nothing but its base
# system and curl, fetches the tarball over HTTPS, checks it, and starts a worker that joins a real master.
#
# Usage: boot.sh KATYDID PACKAGES CACHE
#
# Prints how long it took from the script's start until the master had heard the worker, in ms.
set -eu
katydid=$1
packages=$2
# shellcheck source=Tests/DeployTests/root.sh
. "$(dirname "$0")/root.sh"
make_root "$3"
master=
server=
finish() {
  for process in $master $server; do kill "$process" 2> /dev/null || true; done
  # The worker ends when its master does.
  for try in 1 2 3 4 5 6 7 8 9 10; do
    chroot "$root" pgrep -x katydid > /dev/null 2>&1 || break
    sleep 0.2
  done
  remove_root
}
trap finish EXIT

openssl req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1 \
  -keyout "$work/key.pem" -out "$work/cert.pem" 2> /dev/null
pin=sha256//$(openssl x509 -in "$work/cert.pem" -pubkey -noout | openssl pkey -pubin -outform der |
  openssl dgst -sha256 -binary | openssl base64)
cat > "$work/server.py" <<'END'
import functools, http.server, ssl, sys
handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[2], sys.argv[3])
server.socket = context.wrap_socket(server.socket, server_side=True)
print(server.server_port, flush=True)
server.serve_forever()
END
python3 "$work/server.py" "$packages" "$work/cert.pem" "$work/key.pem" > "$work/port" 2> "$work/requests" &
server=$!
cat > "$work/spec.py" <<'END'
from locust import User, constant, task


class Idle(User):
    wait_time = constant(1)

    @task
    def nothing(self):
        pass
END
"$katydid" keygen "$work/swarm.key"
"$katydid" -f "$work/spec.py" --headless --master --master-bind-host 127.0.0.1 --master-bind-port 0 \
  --secret-file "$work/swarm.key" --expect-workers 1 > "$work/master" 2>&1 &
master=$!
until grep -q 'listens at' "$work/master" && [ -s "$work/port" ]; do sleep 0.02; kill -0 $master; kill -0 $server; done
tarball=$(cd "$packages" && echo katydid-*.tar.gz)
"$katydid" fleet script --master-host 127.0.0.1 \
  --master-port "$(sed -n 's/.*listens at 127.0.0.1:\([0-9]*\).*/\1/p' "$work/master")" \
  --secret-file "$work/swarm.key" --package-url "https://127.0.0.1:$(cat "$work/port")/$tarball" \
  --package-sha256 "$(sha256sum "$packages/$tarball" | cut -d' ' -f1)" --package-server-key "$pin" > "$root/root/boot.sh"

begin=$(date +%s%3N)
chroot "$root" sh /root/boot.sh > "$work/boot" 2>&1 || { cat "$work/boot" >&2; exit 1; }
until grep -q 'reported as ready' "$work/master"; do
  sleep 0.02
  [ $(($(date +%s%3N) - begin)) -lt 30000 ] || {
    cat "$work/boot" "$work/master" "$root/var/log/katydid-worker.log" >&2
    exit 1
  }
done
echo "$(($(date +%s%3N) - begin))"
[ "$(stat -c %a "$root/etc/katydid/swarm.key")" = 600 ]

# A tarball that was tampered with is never unpacked.
rm -rf "$root/opt/katydid"
sed -i -e "s/^digest='./digest='x/" -e 's/^for try in .*/for try in 10; do/' "$root/root/boot.sh"
! chroot "$root" sh /root/boot.sh > "$work/boot" 2>&1 || { echo "a wrong digest was taken" >&2; exit 1; }
grep -q 'no package with the right digest' "$work/boot"
[ ! -e "$root/opt/katydid" ]
