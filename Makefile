# Everything here makes .venv by itself; all it needs is make and Python 3.11 or newer.
# Paths are relative, so a checkout may lie in a folder with spaces in its name.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check bench docs package clean

PYTHON ?=
WORKERS ?= 2
FILMGRAPH_DATA ?=
BIN := .venv/bin
PY := $(BIN)/python
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# Prints the first Python that is new enough and can make an environment.
FIND_PYTHON = for python in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
	if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo "$$python"; exit 0; fi; \
	done; \
	echo "filmgraph needs Python 3.11 or newer with its venv module (on Debian and Ubuntu the package python3-venv); $(if $(PYTHON),$(PYTHON) is none,none was found). Name one with: make PYTHON=/path/to/python $(MAKECMDGOALS)" >&2; \
	exit 1

help:  ## Show this list.
	@sed -n 's/^\([a-z]*\):.*##/make \1 /p' Makefile | while read -r make target text; do printf '  make %-9s %s\n' "$$target" "$$text"; done

$(PY):
	@python=$$($(FIND_PYTHON)) && "$$python" -m venv .venv

.venv/.demo: pyproject.toml constraints.txt | $(PY)
	@echo "Installing filmgraph into .venv"
	@$(INSTALL) --editable .
	@touch $@

.venv/.test: pyproject.toml constraints.txt | $(PY)
	@echo "Installing filmgraph and what its tests need into .venv"
	@$(INSTALL) --editable '.[pandas,test]'
	@touch .venv/.demo $@

demo: .venv/.demo  ## Build the demo graph and look around in it.
	@$(BIN)/filmgraph demo

test: .venv/.test  ## Run all tests and all examples; ARGS='-k name' chooses.
	@$(PY) -m pytest --numprocesses $(WORKERS) --dist loadgroup $(ARGS)

check: .venv/.test  ## Check style, types, layers and that the generated documents are current.
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(PY) -m mypy
	@$(BIN)/lint-imports --no-logo
	@$(PY) docs/generate.py --check

.venv/.bench: .venv/.test
	@echo "Installing what filmgraph is measured against into .venv"
	@$(INSTALL) --editable '.[bench,pandas,test]'
	@touch $@

bench: .venv/.bench  ## Measure on real data: make bench FILMGRAPH_DATA=folder.
	@export FILMGRAPH_DATA='$(FILMGRAPH_DATA)'; for program in tests/benchmarks/*.py; do echo "== $$program"; $(PY) "$$program" $(ARGS) || exit 1; done

docs: .venv/.test  ## Write the generated documents again.
	@$(PY) docs/generate.py

package: .venv/.test  ## Make dist/ with the wheel and the source distribution.
	@rm -rf dist
	@$(PY) -m build --no-isolation --outdir dist .

clean:  ## Remove everything that can be made again, .venv too.
	rm -rf .venv .cache dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
