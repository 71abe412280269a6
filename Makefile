# The front door. Every target sets up what it needs on a fresh Debian or Ubuntu.
SHELL := /bin/bash
PYTHON := /usr/bin/python3
VENV := .venv/bin/python
export QT_QPA_PLATFORM ?= offscreen

.PHONY: help demo test lint package scan i18n docs bench conformance models styles system venv clean

help:
	@echo 'make demo [DATA=folder] [OUT=folder]  sample area, or a data folder, to a restoration plan in build/demo'
	@echo 'make test                             all tests'
	@echo 'make lint | package | scan | i18n | docs | models | styles'
	@echo 'make bench [TOPICS="mspa diversity"]    side by side with peers'
	@echo 'make conformance SUITE=name DIR=folder  compare with the expected results of another system'

demo: system
	$(PYTHON) tools/demo.py $(if $(DATA),--data '$(DATA)') $(if $(OUT),--out '$(OUT)')

test: venv
	@bash tools/system.sh postgresql postgis-server
	$(VENV) -m pytest tests/core
	$(VENV) -m pytest tests/qgis
	$(VENV) -m pytest tests/process tests/conformance -rs

lint: venv
	$(VENV) -m ruff check .
	$(VENV) -m mypy
	$(VENV) tools/i18n.py check

package: system i18n
	$(PYTHON) tools/package.py

scan: venv package
	$(VENV) tools/scan.py

i18n: system
	$(PYTHON) tools/i18n.py extract
	$(PYTHON) tools/i18n.py compile
	$(PYTHON) tools/i18n.py check

docs: system
	$(PYTHON) tools/docs.py

models: system
	$(PYTHON) tools/build_models.py

styles: system
	QT_HASH_SEED=0 $(PYTHON) tools/build_styles.py

# Peers get an environment of their own, so that none of them changes what the tests run on.
bench: system .bench/.ready
	@bash tools/system.sh grass-core
	.bench/bin/python benchmarks/run.py $(TOPICS)

.bench/.ready:
	$(PYTHON) -m venv --system-site-packages .bench
	.bench/bin/python -m pip install --quiet --disable-pip-version-check 'numpy<2' 'numba==0.60.0' \
	    'scikit-image<0.25' 'mapclassify<2.9' 'xarray-spatial==0.5.3' 'exactextract<0.4'
	-.bench/bin/python -m pip install --quiet --no-deps 'pyguidos==2.6.3'  # the C program of MSPA, where it fits
	-.bench/bin/python -m pip install --quiet 'pyamg<6' 'pypardiso<0.5'  # solvers of circuits; CHOLMOD has to be compiled
	-bash tools/system.sh libsuitesparse-dev && .bench/bin/python -m pip install --quiet 'scikit-sparse==0.4.16'
	@touch $@

conformance: venv
	$(VENV) tools/conformance.py '$(SUITE)' '$(DIR)'

# System packages: QGIS with its Python, scipy, a virtual screen for the window test, fonts for both languages.
system:
	@bash tools/system.sh

# Tests use the system Python, which has QGIS, with test tools beside it.
venv: system .venv/.ready

.venv/.ready: pyproject.toml
	$(PYTHON) -m venv --system-site-packages .venv
	$(VENV) -m pip install --quiet --disable-pip-version-check 'pytest>=7.4,<8.4' 'pytest-qgis==2.1.0' 'numba==0.60.0' \
	    'ruff>=0.6' 'mypy>=1.10' 'bandit>=1.7' 'detect-secrets>=1.5'
	@touch $@

clean:
	rm -rf build .venv .bench .pytest_cache .ruff_cache .mypy_cache
