# Everything a fresh machine with the Swift toolchain needs: `make run` and `make test` install the rest.

PACKAGES = libboost-context-dev libssl-dev libpcre2-dev zlib1g-dev pkg-config python3
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: setup build test bench lint clean

# Installs only what is missing, so that a prepared machine needs neither root nor network.
setup:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	fi

build: setup
	swift build -c release --product katydid

test: setup
	swift build -c release --build-tests
	swift test -c release --skip-build

bench: build
	python3 Benchmarks/interpreter.py .build/release/katydid

lint:
	swift format lint --strict -r Sources Tests Package.swift

clean:
	rm -rf .build .build-*
