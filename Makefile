# The everyday commands. `make help` lists them.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
BENCH_VENV := .bench/venv
# Only `make lock` uses it; pinned, so that the same inputs give the same lock file.
UV_VERSION := 0.13.9

PIP_INSTALL := -m pip install --quiet --disable-pip-version-check
# npm keeps no registry address in its lock files, and no tool fetches a browser of its own.
NPM_CI := PUPPETEER_SKIP_DOWNLOAD=1 npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

.PHONY: help setup site test check serve audit bench lock tools clean
.DEFAULT_GOAL := help

help:
	@echo 'make site    build the site into site/'
	@echo 'make serve   write, save, see: serve the site and build it again at every save'
	@echo 'make check   every check of the content, writes nothing'
	@echo 'make test    lint, format, types, tests'
	@echo 'make tools   node packages for the checks of the finished pages (optional)'
	@echo 'make audit   every page: HTML, links, accessibility, Lighthouse (minutes; needs the tools)'
	@echo 'make bench   build times and memory against Hugo and Pelican'
	@echo 'make lock    pin the dependencies anew (UPGRADE=1: to their newest versions)'
	@echo 'make clean   remove everything that these commands made'

# --- set-up ------------------------------------------------------------------

setup: $(VENV)/.compiled

# Two stamps: a new lock makes a new environment, a changed pyproject.toml only a new entry in it.
$(VENV)/.locked: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'lessongen needs Python 3.11 or newer; name one: make PYTHON=python3.12 …' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'This Python cannot make virtual environments.' >&2; \
	  echo 'On Debian and Ubuntu: sudo apt-get install python3-venv' >&2; exit 1; }
	@echo 'Setting up $(VENV) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python $(PIP_INSTALL) --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.installed: $(VENV)/.locked pyproject.toml
	@$(BIN)/python $(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# A Python that is told to write no bytecode would compile every module at every start.
SOURCES := $(shell find src -name '*.py')
$(VENV)/.compiled: $(VENV)/.installed $(SOURCES)
	@$(BIN)/python -m compileall -q src
	@touch $@

tools: tools/node_modules/.installed tools/lighthouse/node_modules/.installed

%/node_modules/.installed: %/package-lock.json
	@command -v npm >/dev/null || { \
	  echo 'The tools need Node.js 20 or newer and npm.' >&2; \
	  echo 'On Debian and Ubuntu: sudo apt-get install nodejs npm' >&2; exit 1; }
	cd $* && $(NPM_CI)
	@touch $@

# --- everyday ----------------------------------------------------------------

site: setup
	@$(BIN)/lessongen build
	@echo 'Look at it: python3 -m http.server --directory site $(PORT)   then open http://localhost:$(PORT)/'
	@echo 'Work on it: make serve'

check: setup
	@$(BIN)/lessongen check

serve: setup
	@$(BIN)/lessongen serve --port $(PORT)

test: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest

# Nothing may be missing here: an audit that skips says nothing.
audit: setup tools
	LESSONGEN_REQUIRE_ALL=1 $(BIN)/pytest tests/audit --audit

# --- benchmark ---------------------------------------------------------------

$(BENCH_VENV)/.installed: requirements-bench.lock
	@$(PYTHON) -m venv --clear $(BENCH_VENV)
	@$(BENCH_VENV)/bin/python $(PIP_INSTALL) --require-hashes -r requirements-bench.lock
	@touch $@

# lessongen as users install it, without its extras: no other system draws cards or indexes pages.
$(BENCH_VENV)/.lessongen: $(BENCH_VENV)/.installed pyproject.toml $(SOURCES) $(shell find templates -type f)
	@$(BENCH_VENV)/bin/python $(PIP_INSTALL) --force-reinstall --no-deps --no-build-isolation .
	@touch $@

# For example: make bench ARGS='--sizes 25 --runs 9 --systems lessongen,hugo'
# From saving to seeing, in a real browser: .venv/bin/python -m benchmarks.serving
bench: setup $(BENCH_VENV)/.lessongen
	@$(BIN)/python -m benchmarks.run $(ARGS)

# --- pins --------------------------------------------------------------------

.tools-venv/.installed: Makefile
	@$(PYTHON) -m venv --clear .tools-venv
	@.tools-venv/bin/python $(PIP_INSTALL) uv==$(UV_VERSION)
	@touch $@

# Universal: one file for every system and Python, with the hashes of all files of a version.
# The environment is emptied of index settings, so that a mirror's own builds never get in.
LOCK := env -u UV_INDEX -u UV_DEFAULT_INDEX -u UV_INDEX_URL -u UV_EXTRA_INDEX_URL -u UV_FIND_LINKS \
  .tools-venv/bin/uv pip compile pyproject.toml --no-config --universal --python-version 3.11 \
  --generate-hashes --quiet --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

lock: .tools-venv/.installed
	$(LOCK) --extra test --extra search --extra cards --group build --output-file requirements.lock
	$(LOCK) --extra bench --group build --output-file requirements-bench.lock
	@! grep -nE '://|find-links|index-url' requirements.lock requirements-bench.lock

clean:
	rm -rf $(VENV) .tools-venv .bench .lessongen audit-report build dist
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	rm -rf tools/node_modules tools/lighthouse/node_modules
	find site -mindepth 1 -maxdepth 1 ! -name .gitignore -exec rm -rf {} +
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
