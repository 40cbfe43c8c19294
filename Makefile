# Sets up .venv from the locked file, then does the work. "make help" lists the targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
WEB := src/moonpact/site/assets/LICENSES.txt

.DEFAULT_GOAL := build
.PHONY: bench build check test mutants lint lock web lighthouse clean help

build: $(STAMP) ## build, check and answer everything into dist/ (the default)
	@$(BIN)/moonpact build

check: $(STAMP) ## validate the text files only
	@$(BIN)/moonpact check

test: $(STAMP) lint ## the whole test suite, with the linters and the type checker
	$(BIN)/python -m pytest

web: $(WEB) ## bundle the scripts and the map of the published site (needs Node.js 20 and npm)

lighthouse: $(STAMP) $(WEB) ## publish the site and let Lighthouse rate it (needs Chromium too)
	@$(BIN)/moonpact publish site
	@node web/lighthouse.mjs site

mutants: $(STAMP) ## put faults into shapes, rules and questions and see that the tests notice
	$(BIN)/python tests/mutants.py

bench: $(STAMP) ## compare speed and memory with other engines, into bench/
	cd tests && ../$(BIN)/python -m benchmarks.bench $(SIZES)
	cd tests && ../$(BIN)/python -m benchmarks.shacl 0 $(SIZES)

lint: $(STAMP)
	$(BIN)/ruff check src tests
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy

lock: ## renew requirements.lock from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet --output-file requirements.lock

$(WEB): web/package.json web/package-lock.json $(wildcard web/*.mjs web/src/*)
	@command -v npm >/dev/null \
		|| { echo "The site's scripts need Node.js 20 and npm; on Debian or Ubuntu: apt install nodejs npm" >&2; exit 2; }
	npm ci --prefix web --silent
	npm run build --prefix web --silent

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
	rm -rf "$(VENV)" dist site web/node_modules src/moonpact/site/assets .pytest_cache .mypy_cache .ruff_cache

help: ## this list
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):[^#]*## /  \1\t/'
