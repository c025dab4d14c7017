#!/bin/sh
# Makes the tarball and the Debian package of a release build.
#
# Usage: deploy/package.sh KATYDID FOLDER
#   KATYDID  the program, linked with a static Swift standard library
#   FOLDER   where katydid-VERSION-linux-ARCH.tar.gz, katydid_VERSION_ARCH.deb and SHA256SUMS are put
#
# Most C libraries are linked into the program; LIBRARIES in the tarball and the copyright file of the Debian package name
# them. Those that it loads come along in the tarball, in lib/katydid, all but glibc's own; the Debian package names them as
# dependencies instead.
set -eu
[ $# = 2 ] || { sed -n '2,/^set/p' "$0" | grep '^#' >&2; exit 2; }
program=$(readlink -f "$1")
mkdir -p "$2"
out=$(readlink -f "$2")
root=$(readlink -f "$(dirname "$0")/..")
machine=$(uname -m)
arch=$(dpkg --print-architecture)
version=$("$program" --version | cut -d' ' -f2)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
umask 022
: "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct 2>/dev/null || date +%s)}"
export SOURCE_DATE_EPOCH

if ldd "$program" | grep -q 'libswift\|libFoundation'; then
  echo "$program needs Swift's shared libraries: build it with --static-swift-stdlib" >&2
  exit 1
fi
if ldd "$program" | grep -q 'not found'; then
  ldd "$program" | grep 'not found' >&2
  exit 1
fi

# The packages of the libraries that Package.swift links into the program, with their versions.
list_linked() {
  for library in boost_context brotlidec bsd crypto edit icuuc lzma md nghttp2 pcre2-8 sodium ssl tinfo xml2 yaml z zmq \
    zstd; do
    file=$(find /usr/lib -name "lib$library.a" | head -n 1)
    package=$(dpkg -S "$file" | cut -d: -f1)
    printf '%-28s %s %s\n' "lib$library" "$package" "$(dpkg-query -W -f='${Version}' "$package")"
  done
}

# What both packages have, below a prefix.
install_common() {
  mkdir -p "$1/bin" "$1/lib/systemd/system" "$1/share/man/man1" "$1/share/doc/katydid" \
    "$1/share/bash-completion/completions" "$1/share/zsh/vendor-completions" "$1/share/fish/vendor_completions.d"
  strip -o "$1/bin/katydid" "$program"
  "$program" man "$1/share/man/man1"
  gzip -9n "$1"/share/man/man1/*.1
  "$program" completion bash > "$1/share/bash-completion/completions/katydid"
  "$program" completion zsh > "$1/share/zsh/vendor-completions/_katydid"
  "$program" completion fish > "$1/share/fish/vendor_completions.d/katydid.fish"
  cp "$root/README.md" "$1/share/doc/katydid/"
  cp -r "$root/docs" "$1/share/doc/katydid/docs"
  cp -r "$root/examples" "$1/share/doc/katydid/examples"
  find "$1/share/doc" -name '*.sh' -exec chmod 755 {} +
}

make_tarball() {
  name=katydid-$version-linux-$machine
  base=$stage/$name
  install_common "$base"
  cp "$root/LICENSE" "$base/"
  mkdir -p "$base/lib/katydid" "$base/etc/katydid"
  cp "$root"/deploy/systemd/*.service "$base/lib/systemd/system/"
  cp "$root"/deploy/systemd/*.conf "$root"/deploy/systemd/*.env "$base/etc/katydid/"
  # glibc is the system's own: its parts must be of one version.
  ldd "$program" | awk '$3 ~ /^\// { print $3 }' |
    grep -vE '/(libc|libm|libpthread|libdl|librt|libresolv|ld-linux[^/]*)\.so' | sort > "$stage/libraries"
  while read -r library; do cp -L "$library" "$base/lib/katydid/"; done < "$stage/libraries"
  patchelf --set-rpath '$ORIGIN/../lib/katydid' "$base/bin/katydid"
  for library in "$base"/lib/katydid/*; do patchelf --set-rpath '$ORIGIN' "$library"; done
  glibc=$(objdump -T "$base/bin/katydid" "$base"/lib/katydid/* | grep -o 'GLIBC_2\.[0-9]*' | sort -uV | tail -1)
  {
    echo "This program needs Linux on $machine and glibc ${glibc#GLIBC_} or later."
    echo "These libraries are parts of it, from packages whose licences hold for them:"
    echo
    list_linked
    echo
    echo "The others that it uses are in lib/katydid:"
    echo
    while read -r library; do
      package=$(dpkg -S "$(readlink -f "$library")" 2>/dev/null || dpkg -S "$library" 2>/dev/null || echo unknown:)
      package=${package%%:*}
      printf '%-28s %s %s\n' "$(basename "$library")" "$package" \
        "$(dpkg-query -W -f='${Version}' "$package" 2>/dev/null || true)"
    done < "$stage/libraries"
  } > "$base/LIBRARIES"
  tar -C "$stage" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -cf - "$name" |
    gzip -n > "$out/$name.tar.gz"
}

make_package() {
  base=$stage/deb
  install_common "$base/usr"
  mkdir -p "$base/DEBIAN" "$base/etc/katydid" "$base/lib/systemd" "$stage/debian"
  # In Debian 12, /usr may not be merged yet: units are in /lib.
  rmdir "$base/usr/lib/systemd/system" "$base/usr/lib/systemd"
  mkdir "$base/lib/systemd/system"
  cp "$root"/deploy/systemd/*.service "$base/lib/systemd/system/"
  cp "$root"/deploy/systemd/*.conf "$root"/deploy/systemd/*.env "$base/etc/katydid/"
  cp "$root/examples/quickstart.py" "$base/etc/katydid/locustfile.py"
  patchelf --remove-rpath "$base/usr/bin/katydid"
  # The libraries are in the program on purpose: loading them took a third of its start.
  mkdir -p "$base/usr/share/lintian/overrides"
  echo "katydid: embedded-library *" > "$base/usr/share/lintian/overrides/katydid"
  {
    echo "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"
    echo "Upstream-Name: katydid"
    echo
    echo "Files: *"
    echo "Copyright: $(sed -n 's/^Copyright (c) //p' "$root/LICENSE")"
    echo "License: Expat"
    sed -e '1,/^Copyright/d' -e 's/^$/./' -e 's/^/ /' "$root/LICENSE" | sed '1{/^ \.$/d}'
    echo "Comment: The program has these libraries in it, whose packages say under which licences:"
    list_linked | sed 's/^/ /'
  } > "$base/usr/share/doc/katydid/copyright"
  printf 'katydid (%s) stable; urgency=medium\n\n  * See the commits.\n\n -- Katydid <maintainers@katydid.example.org>  %s\n' \
    "$version" "$(date -uRd "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$base/usr/share/doc/katydid/changelog.gz"
  # dpkg-shlibdeps wants to be run beside a source package.
  printf 'Source: katydid\n\nPackage: katydid\nArchitecture: any\n' > "$stage/debian/control"
  depends=$(cd "$stage" && dpkg-shlibdeps -O "deb/usr/bin/katydid" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
  {
    echo "Package: katydid"
    echo "Version: $version"
    echo "Architecture: $arch"
    echo "Maintainer: Katydid <maintainers@katydid.example.org>"
    echo "Installed-Size: $(du -sk --exclude=DEBIAN "$base" | cut -f1)"
    echo "Depends: $depends, adduser"
    echo "Recommends: ca-certificates, tzdata"
    echo "Section: net"
    echo "Priority: optional"
    echo "Description: distributed load testing with locustfiles, without Python"
    echo " Runs load tests that are written as locustfiles, on one machine or on a swarm"
    echo " of many behind one master, and changes them while they run. It has a linter"
    echo " and a prompt for the specs, too."
  } > "$base/DEBIAN/control"
  (cd "$base" && find etc -type f | sort | sed 's|^|/|') > "$base/DEBIAN/conffiles"
  for script in postinst prerm postrm; do install -m 755 "$root/deploy/debian/$script" "$base/DEBIAN/$script"; done
  (cd "$base" && find usr lib -type f -print0 | sort -z | xargs -0 md5sum) > "$base/DEBIAN/md5sums"
  chmod 640 "$base"/etc/katydid/*.env
  dpkg-deb --root-owner-group -Zxz -z6 --build "$base" "$out/katydid_${version}_$arch.deb" > /dev/null
}

make_tarball
make_package
(cd "$out" && sha256sum "katydid-$version-linux-$machine.tar.gz" "katydid_${version}_$arch.deb" > SHA256SUMS)
cat "$out/SHA256SUMS"
