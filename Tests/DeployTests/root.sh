# shellcheck shell=sh
# A Debian of its own in a folder, to be sourced. Sets `work`, a folder for this run, and `root`, the system's, in it.

# make_root CACHE: unpacks the base system, which is made the first time and kept in the folder CACHE.
make_root() {
  release=bookworm
  include=ca-certificates,curl
  base=$1/$release-$include.tar
  work=$(mktemp -d)
  root=$work/root
  # From where this machine gets its packages.
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' |
    awk -v release=$release '$2 == release { print $1; exit }')
  mkdir -p "$1" "$root"
  if [ ! -f "$base" ]; then
    debootstrap --variant=minbase --include=$include "$release" "$work/base" "$mirror" > "$work/log" 2>&1 || {
      tail -5 "$work/log" >&2
      return 1
    }
    cp /etc/apt/apt.conf.d/* "$work/base/etc/apt/apt.conf.d/"
    chroot "$work/base" apt-get -q update > "$work/log" 2>&1
    tar -C "$work/base" -cf "$base.new" .
    mv "$base.new" "$base"
    rm -rf "$work/base"
  fi
  tar -C "$root" -xf "$base"
  cp /etc/resolv.conf "$root/etc/resolv.conf"
  mount -t proc -o ro proc "$root/proc"
}

# remove_root: what make_root has made, but for the cache.
remove_root() {
  umount "$root/proc" 2> /dev/null || true
  rm -rf "$work"
}
