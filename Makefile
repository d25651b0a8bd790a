# make run    build the graph of the sample corpus into exports/
# make test   run the tests
# make check  lint, format, types, layers
# make scorer train the scorer of candidates anew from data/training and data/gold
# make lock   resolve the dependencies anew
# make clean  remove what the targets above made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCK := requirements/dev.lock

.PHONY: run test check scorer lock clean

run: $(STAMP)
	$(BIN)/libyagraph build data/articles --out exports

test: $(STAMP)
	$(BIN)/python -m pytest

check: $(STAMP)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# The stamp is the last thing written: an installation that broke off is made anew.
$(STAMP): $(LOCK) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "libyagraph needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r $(LOCK)
	$(BIN)/python -m pip install --quiet --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

scorer: $(STAMP)
	$(BIN)/python -m graph.evaluation.training

lock: $(STAMP)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --upgrade --group dev \
	  --custom-compile-command "make lock" --output-file $(LOCK) pyproject.toml requirements/dev.in

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache build dist
	find exports -mindepth 1 -maxdepth 1 ! -name README.md ! -name graph.png -exec rm -rf {} +
	find graph tests -name __pycache__ -type d -prune -exec rm -rf {} +
