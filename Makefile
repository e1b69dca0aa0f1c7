# Muster: everyday commands. The first two install what is missing (Debian and Ubuntu) and need nothing but Swift 6.3.
.PHONY: demo test test-cluster checked sanitized deep fuzz build bench format check-format check-embedded speed tools test-tools help
.DEFAULT_GOAL := help

SOURCES := Sources Tests Package.swift
# Tests reach into modules, optimised as they are shipped, in a build of their own: `make build` need not build again what they built.
TEST := .ci/tests --scratch-path .build/tests -c release -Xswiftc -enable-testing
# The simulation alone with every check that the shipped one leaves out, and under the address sanitizer, which knows when memory is used that
# is not there: the tables of the event loop are not checked by the compiler.
CHECKED := MUSTER_KERNEL=1 MUSTER_CHECKED=1 .ci/tests --scratch-path .build/checked -c release -Xswiftc -enable-testing
# What tests never give back (the naive simulator is full of cycles) is not what is looked for.
SANITIZED := ASAN_OPTIONS=detect_leaks=0 MUSTER_KERNEL=1 MUSTER_CHECKED=1 .ci/tests --scratch-path .build/sanitized -c release -Xswiftc -enable-testing --sanitize=address
# The accessibility checker, as a Python package carries it.
AXE := .build/tools/axe.min.js
# The schema of JUnit files that Jenkins checks by, as pytest's source distribution carries it.
JUNIT := .build/tools/junit-10.xsd
PYTEST := 8.3.4
# How long `make fuzz` looks.
SECONDS := 60
# Installs the Debian packages that are positional parameters, if any.
INSTALL = [ -z "$$*" ] || { \
	  command -v apt-get > /dev/null || { echo "Missing: $$*"; exit 1; }; \
	  root=$$([ "$$(id -u)" -eq 0 ] || echo sudo); \
	  $$root apt-get install -y "$$@" || { $$root apt-get update && $$root apt-get install -y "$$@"; }; }

demo: tools            ## build, play the launch day and say where the results are
	swift build -c release --product muster
	.build/release/muster run scenarios/launch-day.yaml
	@echo
	@echo "Open output/launch-day/report.html (or output/index.html, the list of all) in a browser; output/README.md explains the files beside it."

test: tools test-tools ## the tests, without the slow ones
	$(TEST)

test-cluster: tools    ## a Slurm of its own on this machine plays the launch day, disturbed, and so do other engines; skipped where they cannot start
	@set --; \
	command -v slurmctld > /dev/null || set -- "$$@" slurm-wlm; \
	command -v munged > /dev/null || set -- "$$@" munge; \
	command -v parallel > /dev/null || set -- "$$@" parallel; \
	( $(INSTALL) ) || echo "Slurm or GNU parallel cannot be installed here."
	swift build -c release --product muster
	.ci/cluster
	.ci/engines

checked: tools         ## the simulation with every check that the shipped one leaves out
	$(CHECKED)

sanitized: tools       ## the same under the address sanitizer
	$(SANITIZED)

deep: tools test-tools ## what `make test` leaves out: the slow tests (hours), and with every check 20,000 scenarios of a day and 2,000 of weeks, each kind
	MUSTER_DEEP=1 $(CHECKED)
	MUSTER_DEEP=1 $(TEST) --filter DeepTests --filter FuzzTests --filter KillTests --filter KillPointTests --filter OptionTableTests \
	  --filter ManyIntervalsTests

fuzz: tools            ## libFuzzer on the readers for a minute, or `make fuzz SECONDS=3600`; what it finds lies in .build/fuzz
	MUSTER_FUZZER=1 swift build --scratch-path .build/fuzzer -c release --sanitize=fuzzer --product FuzzEntry
	@# The first byte says what the rest is (Tests/FuzzEntry).
	mkdir -p .build/fuzz/corpus && cd scenarios && \
	  for file in *.yaml; do (printf m; cat "$$file") > "../.build/fuzz/corpus/$$file"; done && \
	  for kind in 2 3 4 5; do for file in */*.csv; do (printf $$kind; cat "$$file") > "../.build/fuzz/corpus/$$kind-$${file##*/}"; done; done
	cd .build/fuzz && ../fuzzer/release/FuzzEntry corpus -max_len=20000 -timeout=5 -rss_limit_mb=1024 -max_total_time=$(SECONDS)

build: tools           ## the programs; a warning in our own code is an error
	MUSTER_STRICT=1 swift build -c release

bench: tools           ## the benchmark workloads; results as JSON
	swift build -c release --product muster-bench
	.build/release/muster-bench

speed: tools           ## the event loop is as fast as was agreed, beside a bare one
	swift build -c release --product muster-bench
	.build/release/muster-bench gate .ci/speed.json

format:                ## rewrite the sources as the committed configuration asks
	swift format --in-place --configuration .swift-format -r $(SOURCES)

check-format:          ## complain where that would change something
	swift format lint --strict --configuration .swift-format -r $(SOURCES)

# What a page would carry: the simulation without operating system or run-time library (Embedded Swift for WebAssembly). One module after
# the other, each whole, for the next to import. `Extern` declares the C mathematics in SimulationCore/Platform/CMath.swift.
EMBEDDED := SimulationCore SupportModel SupportPolicies
FEATURES := $(patsubst %,-enable-upcoming-feature %,ExistentialAny InternalImportsByDefault MemberImportVisibility)
check-embedded:        ## the simulation compiles for WebAssembly by Embedded Swift
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && for module in $(EMBEDDED); do \
	  echo "$$module" && swiftc -target wasm32-unknown-none-wasm -enable-experimental-feature Embedded -enable-experimental-feature Extern \
	    -wmo -O -parse-as-library -swift-version 6 -package-name muster -warnings-as-errors $(FEATURES) -I "$$folder" -module-name $$module \
	    -emit-module -emit-module-path "$$folder/$$module.swiftmodule" -c -o "$$folder/$$module.o" \
	    $$(find Sources/$$module -name '*.swift') || exit 1; done

tools:                 ## install what is missing
	@command -v swift > /dev/null || { echo "Swift 6.3 is missing: https://www.swift.org/install/linux"; exit 1; }
	@set --; \
	command -v gsl-config > /dev/null || set -- "$$@" libgsl-dev; \
	[ -e /usr/include/zlib.h ] || set -- "$$@" zlib1g-dev; \
	[ -r /usr/share/javascript/chart.js/chart.min.js ] || set -- "$$@" libjs-chart.js; \
	$(INSTALL)

test-tools:            ## install what only the tests need: a browser, validators, axe-core, a schema
	@set --; \
	command -v chromium > /dev/null || set -- "$$@" chromium; \
	command -v tidy > /dev/null || set -- "$$@" tidy; \
	command -v xmllint > /dev/null || set -- "$$@" libxml2-utils; \
	{ [ -r $(AXE) ] && [ -r $(JUNIT) ]; } || python3 -m pip --version > /dev/null 2>&1 || set -- "$$@" python3-pip; \
	( $(INSTALL) ) || echo "Tests that need them will be skipped."
	@[ -r $(AXE) ] || { mkdir -p $(dir $(AXE)) && \
	  python3 -m pip download --quiet --disable-pip-version-check --no-deps -d $(dir $(AXE)) axe-playwright-python==0.1.8 && \
	  python3 -c 'import glob, sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(glob.glob("$(dir $(AXE))axe_playwright_python-*.whl")[0]).read("axe_playwright_python/axe.min.js"))' > $(AXE).tmp && \
	  mv $(AXE).tmp $(AXE); } || echo "axe-core cannot be had here; its checks will be skipped."
	@[ -r $(JUNIT) ] || { mkdir -p $(dir $(JUNIT)) && \
	  python3 -m pip download --quiet --disable-pip-version-check --no-deps --no-binary pytest -d $(dir $(JUNIT)) pytest==$(PYTEST) && \
	  tar -xzOf $(dir $(JUNIT))pytest-$(PYTEST).tar.gz pytest-$(PYTEST)/testing/example_scripts/junit-10.xsd > $(JUNIT).tmp && \
	  mv $(JUNIT).tmp $(JUNIT); } || echo "The JUnit schema cannot be had here; its checks will be skipped."

help:
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1 \2/p' $(MAKEFILE_LIST) | while read -r name what; do printf 'make %-13s %s\n' "$$name" "$$what"; done
