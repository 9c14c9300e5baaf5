# Everything that a user or a developer types. Each target prepares what it needs first.

OURS := .venv/bin/python
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname)))
# One more than two cores: a test that waits for a program leaves its core to another.
WORKERS ?= 3
# Each process that a test starts reads what an earlier one compiled, and so does each next start.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run demo test lint compiled bench drills lock clean setup setup-test

ifneq ($(SCREEN),)
run: setup
	@$(OURS) -m vtdesk

demo: setup
	@rm -rf build/demo-kluis
	@$(OURS) -m vtdesk demo build/demo-kluis
else
run demo: setup
	@echo "vtdesk: er is geen scherm (no display), dus de voorbeelddag loopt zonder venster; kijk daarna in build/demo."
	@rm -rf build/demo
	@QT_QPA_PLATFORM=offscreen $(OURS) -m vtdesk demo build/demo/kluis --no-window
endif

test:
	@$(MAKE) --no-print-directory -j 2 lint compiled
	@QT_QPA_PLATFORM=offscreen $(OURS) -m pytest -n $(WORKERS) --dist worksteal

lint: setup-test
	@$(OURS) -m ruff check
	@$(OURS) -m ruff format --check
	@$(OURS) -m mypy
	@.venv/bin/lint-imports --no-logo

# Each process that runs tests finds them compiled then; else all of them would do it at once.
compiled: setup-test
	@QT_QPA_PLATFORM=offscreen $(OURS) -m pytest --collect-only -qq >/dev/null

bench: setup-test
	@QT_QPA_PLATFORM=offscreen $(OURS) -m tests.bench

drills: setup-test
	@QT_QPA_PLATFORM=offscreen $(OURS) -m tests.drills

lock: setup-test
	@sh packaging/lock.sh

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find vtdesk tests packaging -name __pycache__ -prune -exec rm -r {} +

setup:
	@sh packaging/setup.sh run

setup-test:
	@sh packaging/setup.sh test
