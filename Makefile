# Everything a developer or administrator types. Set-up happens by itself: each target first brings .venv, the front
# end and the translations up to date (a fraction of a second when nothing changed).
.DEFAULT_GOAL := help
.PHONY: help run test test-fast lint fix bench demo messages lock clean

export PYTHONPATH := $(CURDIR)/bin
TOOL := .venv/bin/python -m tooling

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  make %-10s %s\n", $$1, $$2}'

run: ## start a filled demo counter (PORT=8000, ELOKET_DATA=var)
	@bin/setup run
	@exec .venv/bin/eloket run

test: ## every test: SQLite, PostgreSQL and a real browser (ARGS="-k noor")
	@bin/setup dev
	@$(TOOL).testrun all $(ARGS)

test-fast: ## SQLite, without a browser (ARGS="tests/zaken -x")
	@bin/setup dev
	@$(TOOL).testrun fast $(ARGS)

lint: ## style, types, import contracts, templates, migrations, translations
	@bin/setup dev
	@$(TOOL).lint check

fix: ## let the formatters mend what they can
	@bin/setup dev
	@$(TOOL).lint fix

bench: ## measure speed, memory and size against their limits (writes var/bench.json)
	@bin/setup dev
	@.venv/bin/python -m bench $(ARGS)

demo: ## fill the demo gemeente without starting it
	@bin/setup run
	@.venv/bin/eloket demo

messages: ## collect the texts to translate into locale/ and compile them
	@bin/setup dev
	@$(TOOL).catalog update

lock: ## resolve the dependencies anew into the hashed locks
	@bin/setup dev
	@$(TOOL).lock

clean: ## remove what was made: environment, build, run data (the demo database too)
	rm -rf .venv var build dist static/dist frontend/node_modules tests/checkers/node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
	find eloket tests bench bin locale -name __pycache__ -type d -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete
