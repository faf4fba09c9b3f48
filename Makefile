# Everything is done by deploy/local (standard library only); this file gives it short names.
# More words go through ARGS: make test ARGS="tests/rulebook -x"
PYTHON ?= python3
ARGS ?=
COMMANDS := setup run test bench bench-draws prove policies check format api servers env stop clean-data

.PHONY: help $(COMMANDS)
help:
	@echo "make run         set up what is missing and serve http://juxian.localhost:8000 (Ctrl-C stops everything)"
	@echo "make test        set up what is missing and run all tests, on servers of their own"
	@echo "make check       formatting, types, import contracts, stale generated files"
	@echo "make format      bring all sources into their form"
	@echo "make api         write frontend/openapi.json and the client's types"
	@echo "make bench       measure"
	@echo "make bench-draws the draw's library beside its peer, pool by pool (an hour, nearly all of it the peer's)"
	@echo "make prove       the long proofs that make test leaves out"
	@echo "make policies    how the policies answer their regulations, in numbers"
	@echo "make servers     start the local PostgreSQL and Valkey alone; env prints their addresses, stop stops them"
	@echo "make clean-data  stop the local servers and delete their data, files and keys"

$(COMMANDS):
	@command -v $(PYTHON) >/dev/null || { echo "Python is not installed (no $(PYTHON) on the PATH). What helps: apt-get install python3 python3-venv" >&2; exit 1; }
	@exec $(PYTHON) -m deploy.local $@ $(ARGS)
