# Every target sets up what it needs: the environment in .venv/ and, for tests, Chromium, a Java
# runtime and what comes from npm.
PYTHON := .venv/bin/python
READY  := .venv/.ready
NODE   := tests/node/node_modules/.package-lock.json
SUDO   := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)

.PHONY: help site test check fix bench serve lock
help:   ## what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile

site: $(READY)  ## build the embedded delivery into dist/
	$(PYTHON) build.py

PYTEST := $(PYTHON) -m pytest -p no:cacheprovider --durations=15

# Attacks come first: they fork workers, which must happen before engines run in the process.
PARTS   := tests/attack tests/spec tests/unit tests/script
READERS := tests/real tests/browser
SITES   := tests/contract

# A browser waits more than it works: three that take about as long keep two processors busy.
test: $(READY) chromium nginx java $(NODE)  ## every test: of the parts, of whole sites and in the browser, side by side
	@$(PYTEST) $(PARTS) > .parts.log 2>&1 & parts=$$!; \
	$(PYTEST) $(SITES) > .sites.log 2>&1 & sites=$$!; \
	$(PYTEST) $(READERS); all=$$?; \
	wait $$parts; all=$$((all + $$?)); wait $$sites; all=$$((all + $$?)); \
	cat .parts.log .sites.log; exit $$all

check: $(READY)  ## format, lint, types, imports; the scripts of the browser too
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	.venv/bin/deno fmt --quiet --check
	.venv/bin/deno lint --quiet
	.venv/bin/deno check --quiet theme/modules tests/script

fix: $(READY)  ## format and mend what a tool can mend
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .
	.venv/bin/deno fmt --quiet

bench: $(READY) chromium $(NODE)  ## what the national site costs to build, and each kind of page to load
	$(PYTHON) -m bench.national
	$(PYTHON) -m bench.browser

serve: $(READY)  ## look at dist/ with the headers a host would send
	$(PYTHON) build.py serve

lock: $(READY)  ## choose versions anew, a week old at least, and pin them
	.venv/bin/pip install --quiet uv
	.venv/bin/uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --no-header --exclude-newer "$$(date -u -d '7 days ago' +%F)" --output-file requirements.lock

$(READY): requirements.lock
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: apt-get install python3"; exit 1; }
	@rm -rf .venv; python3 -m venv .venv 2>/dev/null || { \
	  { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq python3-venv; } && python3 -m venv .venv; } || { \
	  echo "No virtual environment could be made. Install it yourself: apt-get install python3-venv"; exit 1; }
	.venv/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq chromium; } || { \
	  echo "The browser tests need Chromium. Install it yourself: apt-get install chromium"; exit 1; }

.PHONY: nginx
nginx:
	@test -f /usr/lib/nginx/modules/ngx_http_brotli_static_module.so || { $(SUDO) apt-get update -qq && \
	  $(SUDO) apt-get install -y -qq nginx libnginx-mod-http-brotli-static; } || { \
	  echo "The tests of what a host sends need nginx. Install it yourself: apt-get install nginx libnginx-mod-http-brotli-static"; exit 1; }

.PHONY: java
java:
	@command -v java >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq default-jre-headless; } || { \
	  echo "The checker of HTML needs a Java runtime. Install it yourself: apt-get install default-jre-headless"; exit 1; }

# npm writes this file last: a half installation is made again.
$(NODE): tests/node/package-lock.json
	@command -v npm >/dev/null || { $(SUDO) apt-get update -qq && $(SUDO) apt-get install -y -qq nodejs npm; } || { \
	  echo "axe, the checker of HTML and Lighthouse come from npm. Install it yourself: apt-get install nodejs npm"; exit 1; }
	@cd tests/node && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error || { \
	  echo "npm could not install what tests/node/package-lock.json lists: is there a network?"; exit 1; }
	@touch $@
