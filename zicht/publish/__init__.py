"""From files in memory to a site on disk that hosts can serve."""

from zicht.model.page import Entry
from zicht.publish.assets import bare, hashed, hashed_modules, imported
from zicht.publish.beside import write_beside
from zicht.publish.entry import write_file
from zicht.publish.feed import release_feed
from zicht.publish.folder import Folder
from zicht.publish.headers import headers_for, rules_of
from zicht.publish.hostfiles import headers_files
from zicht.publish.ledger import ledger_bytes
from zicht.publish.limits import doubtful_size, dropped_rules
from zicht.publish.manifest import manifest
from zicht.publish.paper import gemeente_pages, link_papers, print_pages, refuse_paper
from zicht.publish.prose import read_prose
from zicht.publish.server import running, serve
from zicht.publish.style import styled, tokens_of
from zicht.publish.target import publish_site, refuse_site
from zicht.publish.wellknown import robots_txt, security_doubts, security_txt, sitemap

__all__ = [
    "Entry",
    "Folder",
    "bare",
    "doubtful_size",
    "dropped_rules",
    "gemeente_pages",
    "hashed",
    "hashed_modules",
    "headers_files",
    "headers_for",
    "imported",
    "ledger_bytes",
    "link_papers",
    "manifest",
    "print_pages",
    "publish_site",
    "read_prose",
    "refuse_paper",
    "refuse_site",
    "release_feed",
    "robots_txt",
    "rules_of",
    "running",
    "security_doubts",
    "security_txt",
    "serve",
    "sitemap",
    "styled",
    "tokens_of",
    "write_beside",
    "write_file",
]
