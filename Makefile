# Sets up .venv from the locked file, then does the work. "make help" lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.DEFAULT_GOAL := build
.PHONY: build check test mutants lint lock clean help

build: $(STAMP) ## build, check and answer everything into dist/ (the default)
	@$(BIN)/moonpact build

check: $(STAMP) ## validate the text files only
	@$(BIN)/moonpact check

test: $(STAMP) lint ## the whole test suite, with the linters and the type checker
	$(BIN)/python -m pytest

mutants: $(STAMP) ## put faults into shapes, rules and questions and see that the tests notice
	$(BIN)/python tests/mutants.py

lint: $(STAMP)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet --output-file requirements.lock

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Moonpact needs Python 3.11 or later; name one with: make PYTHON=python3.12" >&2; exit 2; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "Python lacks venv; on Debian or Ubuntu: apt install python3-venv" >&2; exit 2; }
	$(PYTHON) -m venv "$(VENV)"
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch "$@"

clean: ## remove .venv, dist and caches
	rm -rf "$(VENV)" dist .pytest_cache .mypy_cache .ruff_cache

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /  \1\t/'
