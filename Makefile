# For developers. Everything runs in .venv, which `python3 start.py setup --dev` makes.
VENV := .venv/bin
.DEFAULT_GOAL := help

EXPORT := $(VENV)/uv export --quiet --locked --no-emit-project --no-header

.PHONY: help setup test check lint types arrows migrations translations locked export

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: ## make .venv with the tools for development
	@python3 start.py setup --dev

test: ## run every test
	@python3 start.py test

check: lint types arrows migrations translations locked ## everything that needs no test run
	@echo "check: all good"

lint: ## style and form
	$(VENV)/ruff check --no-cache .  # a cached verdict outlives a file that moved
	$(VENV)/ruff format --check .

types: ## strict types on all of src
	$(VENV)/mypy

arrows: ## who may import whom
	$(VENV)/lint-imports

migrations: ## models and migrations in step
	DJANGO_SETTINGS_MODULE=gandan.config.settings.test $(VENV)/python -m django makemigrations --check --dry-run

translations: ## no string without its English
	$(VENV)/pytest -q tests/architecture/test_translations.py

locked: ## pyproject.toml, uv.lock and the hashed exports in step
	$(VENV)/uv lock --check --quiet
	$(EXPORT) --no-dev | diff requirements.txt -
	$(EXPORT) | diff requirements-dev.txt -

export: ## write the hashed exports of uv.lock
	$(EXPORT) --no-dev > requirements.txt
	$(EXPORT) > requirements-dev.txt

READ := $(VENV)/gandan read --json {file}

.PHONY: score
score: ## read the hand-checked documents and print how well
	@test -f ../shared/gold/score.py || { echo "../shared/gold is absent: nothing to score with"; exit 1; }
	$(VENV)/python ../shared/gold/score.py --command '$(READ)' --per-file
	@for place in tests samples; do \
	  ls $$place/gold/*.json >/dev/null 2>&1 || continue; \
	  echo "== $$place/gold"; \
	  $(VENV)/python ../shared/gold/score.py --command '$(READ)' --per-file --gold $$place/gold \
	    --source samples/documents --source tests/gold/documents --source ../shared/corpus --source ../shared/seeds; \
	done

.PHONY: bench
bench: ## how fast documents are read, and where the time goes
	$(VENV)/python -m bench.reading

.PHONY: figures
figures: ## write what `make score` prints into docs/reader.md
	$(VENV)/python -m bench.accuracy
