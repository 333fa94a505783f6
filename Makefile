# `make` alone lists the targets. Each installs what it needs first and nothing twice.

MAKEFLAGS += --no-print-directory
PYTHON ?=
SECONDS ?= 60
BENCH ?=
VENV := .venv
RUN := $(VENV)/bin

# The first Python that is new enough and can make virtual environments.
define FIND_PYTHON
for python in $(or $(PYTHON),python3.13 python3.12 python3.11 python3); do \
	if "$$python" -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then found=$$python; break; fi; \
done; \
if [ -z "$${found-}" ]; then \
	echo "briefgen needs Python 3.11 or newer with venv; name one: make setup PYTHON=…" >&2; \
	exit 3; \
fi
endef

.PHONY: help
help:
	@echo "make TARGET, where TARGET is one of"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-7s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

.PHONY: setup
setup: $(VENV)/.installed ## installs everything: system packages, pinned libraries, briefgen

.PHONY: brief
brief: setup ## writes the brief for the next session of the joint working committee
	@$(RUN)/briefgen brief jwc-guangxi/next

.PHONY: test
test: check ## runs the checks, then all tests
	@$(RUN)/python -m compileall -qq briefgen # tests start hundreds of processes
	@$(RUN)/pytest --numprocesses auto --dist loadscope

.PHONY: check
check: setup ## looks at format, style, types and imports; changes nothing
	@$(RUN)/ruff format --check
	@$(RUN)/ruff check
	@$(RUN)/mypy
	@$(RUN)/lint-imports --no-logo

.PHONY: fix
fix: setup ## formats the code and repairs what can be repaired by itself
	@$(RUN)/ruff format
	@$(RUN)/ruff check --fix

.PHONY: fuzz
fuzz: $(VENV)/.fuzzer ## changes inputs at random until one breaks a reader, for SECONDS=60 each
	@for target in $$($(RUN)/python tests/fuzz/fuzz.py); do \
		echo "fuzz: $$target"; \
		$(RUN)/python tests/fuzz/fuzz.py "$$target" -max_total_time=$(SECONDS) || exit 1; \
	done
	@FUZZ_EXAMPLES=$(SECONDS) $(RUN)/pytest tests/fuzz

.PHONY: bench
bench: $(VENV)/.rivals ## measures briefgen beside what users would pick instead; takes ten minutes
	@$(RUN)/python tests/bench/bench.py $(BENCH)

.PHONY: words
words: setup ## gathers the words to be translated in templates/words; keeps what is translated
	@$(RUN)/python -m briefgen.rendering.extraction

# constraints.txt holds the whole environment, so nothing is resolved here. To renew it, install
# '.[dev]' in a new environment of the oldest Python that is promised (Debian 12 has 3.11.2: newer
# ones take libraries that it cannot have) and keep what `pip freeze --exclude briefgen` prints.
$(VENV)/.installed: export PIP_DISABLE_PIP_VERSION_CHECK = 1
$(VENV)/.installed: pyproject.toml constraints.txt | system-packages
	@$(FIND_PYTHON); \
	echo "setup: installing libraries and briefgen in $(VENV) with $$found"; \
	"$$found" -m venv --clear $(VENV)
	@$(RUN)/python -m pip install -qq --requirement constraints.txt
	@$(RUN)/python -m pip install -qq --no-deps --no-build-isolation --editable .
	@$(RUN)/python -m pip check
	@$(RUN)/python -m compileall -qq briefgen
	@touch $@

# Only fuzzing needs it, and there are no builds of it for some Pythons.
$(VENV)/.fuzzer: constraints-fuzz.txt $(VENV)/.installed
	@$(RUN)/python -m pip install -qq --requirement constraints-fuzz.txt
	@touch $@

# Only measuring needs them.
$(VENV)/.rivals: constraints-bench.txt $(VENV)/.installed
	@$(RUN)/python -m pip install -qq --requirement constraints-bench.txt
	@touch $@

.PHONY: system-packages
system-packages:
	@PYTHON='$(PYTHON)' .ci/system-packages runtime
