# Everything is in tools/dev.py; these are its commands. `make help` lists them.
PYTHON ?= python3

.PHONY: demo test check fix bench oracles spark setup lock help

demo test check fix bench oracles spark setup lock help:
	@$(PYTHON) tools/dev.py $@

.DEFAULT_GOAL := help
