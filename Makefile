# Two commands do everything on a fresh machine with Python 3.11 or later: `make demo` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
GOLD   := ../shared/gold

# The development sets are measured where they lie; elsewhere the tests say that accuracy was not measured.
ifneq ($(wildcard $(GOLD)/score.py),)
export ONRECORD_GOLD ?= $(abspath $(GOLD))
endif

.PHONY: help setup demo test check lint types contract accuracy speed docs clean

help:            ## say what there is to make
	@grep -E '^[a-z]+: .*##|^[a-z]+:  +##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(STAMP)  ## make .venv and install the program with what its tests need

$(STAMP): pyproject.toml
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25"
	$(BIN)/python -m pip install --quiet --editable ".[dev]"
	touch $@

DEMO := .demo/record.db

demo: $(STAMP)   ## code the example reports, keep them in a ledger, show a timeline and channels
	$(BIN)/onrecord code --format table --published 2024-05-13 examples
	mkdir -p $(dir $(DEMO)) && rm -f $(DEMO)*
	$(BIN)/onrecord add --db $(DEMO) --published 2024-05-13 examples
	@printf '\n── A timeline: what the ledger holds since 6 May 2024 ──\n'
	$(BIN)/onrecord timeline --db $(DEMO) --format table --from 2024-05-06
	@printf '\n── Channels: who talks to both Colombia and Venezuela ──\n'
	$(BIN)/onrecord channels COL VEN --db $(DEMO) --format table

test: $(STAMP)   ## run all tests
	@test -n "$$ONRECORD_GOLD" || echo "accuracy was not measured: ONRECORD_GOLD names no folder of development sets"
	$(BIN)/python -m pytest

check: lint types contract  ## lint, types, import contract

lint: $(STAMP)   ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)  ## mypy, strict
	$(BIN)/mypy

contract: $(STAMP)  ## no stage imports a later one
	$(BIN)/lint-imports

accuracy: $(STAMP)  ## measure on the development sets and hold the floors
	$(BIN)/python -m benchmarks.accuracy --check

speed: $(STAMP)  ## articles a second, as a ratio to bare spaCy
	$(BIN)/python -m benchmarks.speed

clean:           ## remove what was made here
	rm -rf $(VENV) .demo .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
