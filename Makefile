# Muster: everyday commands. The first two install what is missing (Debian and Ubuntu) and need nothing but Swift 6.3.
.PHONY: demo test deep build bench format check-format tools help
.DEFAULT_GOAL := help

SOURCES := Sources Tests Package.swift
# Tests reach into modules, optimised as they are shipped.
TEST := swift test -c release -Xswiftc -enable-testing

demo: tools            ## build, play the launch day and say where the results are
	swift build -c release --product muster
	.build/release/muster run scenarios/launch-day.yaml
	@echo
	@echo "Every number is in output/launch-day; output/README.md explains the files."

test: tools            ## the tests, without the slow ones
	$(TEST)

deep: tools            ## all tests, the slow ones too
	MUSTER_DEEP=1 $(TEST)

build: tools           ## the programs; a warning in our own code is an error
	MUSTER_STRICT=1 swift build -c release

bench: tools           ## the benchmark workloads; results as JSON
	swift build -c release --product muster-bench
	.build/release/muster-bench

format:                ## rewrite the sources as the committed configuration asks
	swift format --in-place --configuration .swift-format -r $(SOURCES)

check-format:          ## complain where that would change something
	swift format lint --strict --configuration .swift-format -r $(SOURCES)

tools:                 ## install what is missing
	@command -v swift > /dev/null || { echo "Swift 6.3 is missing: https://www.swift.org/install/linux"; exit 1; }
	@command -v gsl-config > /dev/null || { \
	  command -v apt-get > /dev/null || { echo "The GNU Scientific Library is missing (libgsl-dev)."; exit 1; }; \
	  root=$$([ "$$(id -u)" -eq 0 ] || echo sudo); \
	  $$root apt-get install -y libgsl-dev || { $$root apt-get update && $$root apt-get install -y libgsl-dev; }; }

help:
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/\1 \2/p' $(MAKEFILE_LIST) | while read -r name what; do printf 'make %-13s %s\n' "$$name" "$$what"; done
