#!/bin/sh
# Tries the packages of a folder in a Debian that has nothing but its base system.
#
# Usage: clean-root.sh PACKAGES CACHE
#   PACKAGES  the folder with the tarball and the Debian package
#   CACHE     the folder where the base system is kept for the next time
#
# Prints a line for each thing that works; the exit status is 0 when all do.
set -eu
packages=$1
# shellcheck source=Tests/DeployTests/root.sh
. "$(dirname "$0")/root.sh"
make_root "$2"
target=
finish() {
  [ -z "$target" ] || kill "$target" 2>/dev/null || true
  remove_root
}
trap finish EXIT

cat > "$root/root/spec.py" <<'SPEC'
from locust import HttpUser, task, constant


class Visitor(HttpUser):
    wait_time = constant(0.1)

    @task
    def front(self):
        self.client.get("/")
SPEC
# Runs a test in the root with the program at a path.
try() {
  # What the last one wrote must not be taken for this one's.
  rm -f "$work/target"
  chroot "$root" "$1" demo-target --port 0 > "$work/target" &
  target=$!
  until grep -q listening "$work/target" 2> /dev/null; do sleep 0.05; kill -0 "$target"; done
  chroot "$root" "$1" -f /root/spec.py --headless -u 2 -r 2 -t 2s --only-summary \
    --host "$(sed -n 's/^listening on //p' "$work/target")" > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  kill "$target"
  wait "$target" || true
  target=
}

tar -C "$root/opt" -xzf "$packages"/katydid-*.tar.gz
program=$(cd "$root" && echo opt/katydid-*/bin/katydid)
try "/$program"
echo "the tarball runs"
mv "$root/${program%/bin/katydid}" "$root/srv/moved"
try /srv/moved/bin/katydid
echo "it runs from another folder"
rm -rf "$root/srv/moved"

(cd "$root" && find etc usr var/lib lib bin -xdev | grep -v 'var/lib/\(dpkg\|apt\)\|ld.so.cache' | sort) > "$work/before"
cp "$packages"/katydid_*.deb "$root/tmp/"
chroot "$root" sh -c 'DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends /tmp/katydid_*.deb' \
  > "$work/log" 2>&1 || { tail -20 "$work/log" >&2; exit 1; }
echo "the package installs"
try /usr/bin/katydid
echo "it runs"
chroot "$root" getent passwd katydid | grep -q '/var/lib/katydid:/usr/sbin/nologin'
echo "the user is there"
for file in /usr/share/man/man1/katydid.1.gz /lib/systemd/system/katydid-master.service /etc/katydid/master.conf \
  /usr/share/bash-completion/completions/katydid; do
  [ -f "$root$file" ] || { echo "$file is missing" >&2; exit 1; }
done
echo "its files are there"
echo "# mine" >> "$root/etc/katydid/worker.conf"
chroot "$root" apt-get -q -y remove katydid > "$work/log" 2>&1
[ ! -e "$root/usr/bin/katydid" ]
grep -q '# mine' "$root/etc/katydid/worker.conf"
echo "removing keeps the configuration"
chroot "$root" sh -c 'apt-get -q -y purge katydid && apt-get -q -y autoremove --purge' > "$work/log" 2>&1
[ ! -e "$root/etc/katydid" ]
if chroot "$root" getent passwd katydid > /dev/null; then echo "the user is left" >&2; exit 1; fi
(cd "$root" && find etc usr var/lib lib bin -xdev | grep -v 'var/lib/\(dpkg\|apt\)\|ld.so.cache' | sort) > "$work/after"
left=$(comm -13 "$work/before" "$work/after" | grep -i katydid || true)
[ -z "$left" ] || { echo "left behind: $left" >&2; exit 1; }
echo "purging leaves nothing"
