# Everything a fresh machine with the Swift toolchain needs: `make run` and `make test` install the rest.

BUILD_PACKAGES = libboost-context-dev libssl-dev libpcre2-dev libxml2-dev libyaml-dev zlib1g-dev libbrotli-dev \
  libzstd-dev libnghttp2-dev libzmq3-dev libedit-dev libjemalloc-dev pkg-config
# What packs the program, and reads the manual pages.
DEPLOY_PACKAGES = dpkg-dev binutils patchelf man-db
# What the tests compare with or run against.
TEST_PACKAGES = python3 python3-venv nginx-light openssl curl valgrind chromium chromium-driver prometheus \
  $(DEPLOY_PACKAGES) debootstrap lintian zsh fish bsdextrautils puppet-agent puppet-lint vagrant python3-yaml systemd \
  awscli iproute2
# The peers that the benchmarks measure.
BENCH_PACKAGES = python3 python3-venv nginx-light wrk nghttp2-client openssl tcpdump
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
KATYDID = .build/release/katydid

# Installs only what is missing, so that a prepared machine needs neither root nor network.
define install
	@missing=""; for p in $(1); do \
	  dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -n "$$missing" ]; then \
	  $(SUDO) apt-get update && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	fi
endef

.PHONY: setup setup-test setup-bench build run test dist fuzz conformance bench pictures lint clean

setup:
	$(call install,$(BUILD_PACKAGES))

setup-test: setup
	$(call install,$(TEST_PACKAGES))
	@test -x .build-locust/bin/locust || \
	  { python3 -m venv .build-locust && .build-locust/bin/pip install -q locust==2.47.0; }
	@test -x .build-moto/bin/moto_server || \
	  { python3 -m venv .build-moto && .build-moto/bin/pip install -q 'moto[server,ec2]==5.2.5'; }

setup-bench: setup
	$(call install,$(BENCH_PACKAGES))

build: setup
	swift build -c release --product katydid

# The tests import nothing that only testable builds show, so they share what 'make build' has compiled.
TESTS = -c release --disable-testable-imports

# The bundled demo target on a free port, and the seed example against it for ten seconds.
run: build
	@log=$$(mktemp); $(KATYDID) demo-target --port 0 > $$log & target=$$!; \
	trap 'kill $$target; wait $$target; rm -f $$log' EXIT; \
	until grep -q listening $$log; do sleep 0.05; kill -0 $$target || exit 1; done; \
	$(KATYDID) -f examples/seed_locustfile.py --headless -u 20 -r 10 -t 10s \
	  --host $$(sed -n 's/^listening on //p' $$log)

test: setup-test build
	swift test $(TESTS) --filter '^$$'
	Tests/run.sh $(TESTS)

# A tarball and a Debian package, in .build/dist.
dist: build
	$(call install,$(DEPLOY_PACKAGES))
	deploy/package.sh $(KATYDID) .build/dist

# The fuzzers of what servers send, each for so many seconds; then programs made by a grammar, under CPython and Katydid,
# until Ctrl-C or a difference.
FUZZ_SECONDS ?= 60
fuzz: setup-test build
	KATYDID_FUZZ_SECONDS=$(FUZZ_SECONDS) swift test $(TESTS) --filter FuzzTests
	python3 Tests/Fuzz/fuzz.py

# CPython's own tests, all that docs/conformance.md lists; writes its tables.
conformance: setup-test build
	python3 Tests/Suites/cpython.py --write docs/conformance.md

bench: setup-bench build
	python3 Benchmarks/run.py $(KATYDID)

# The pictures in the documents, taken by a browser that goes through the whole page.
pictures: setup-test build
	python3 Tests/Browser/journey.py $(KATYDID) --pictures .build/pictures
	mkdir -p docs/pictures
	cp $(addprefix .build/pictures/,charts.png lint.png login.png) docs/pictures

lint:
	swift format lint --strict -r Sources Tests Plugins Package.swift

clean:
	rm -rf .build .build-*
