# Everything that a user or a developer types. Each target prepares what it needs first.

PYTHON := .venv/bin/python
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname)))
WORKERS ?= 2

.PHONY: run demo test lint bench lock clean setup setup-test

ifneq ($(SCREEN),)
run: setup
	@$(PYTHON) -m vtdesk

demo: setup
	@rm -rf build/demo-kluis
	@$(PYTHON) -m vtdesk demo build/demo-kluis
else
run demo: setup
	@echo "vtdesk: er is geen scherm (no display), dus de voorbeelddag loopt zonder venster; kijk daarna in build/demo."
	@rm -rf build/demo
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m vtdesk demo build/demo/kluis --no-window
endif

test: lint
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest -n $(WORKERS) --dist worksteal

lint: setup-test
	@$(PYTHON) -m ruff check
	@$(PYTHON) -m ruff format --check
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo

bench: setup-test
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m tests.bench

lock: setup-test
	@sh packaging/lock.sh

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find vtdesk tests packaging -name __pycache__ -prune -exec rm -r {} +

setup:
	@sh packaging/setup.sh run

setup-test:
	@sh packaging/setup.sh test
