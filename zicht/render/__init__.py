"""From the atlas to pages and files to take along."""

from zicht.render.about import notice_of
from zicht.render.branche import branche_page, branches_page
from zicht.render.bundle import theme_zip
from zicht.render.card import with_card
from zicht.render.catalogue import indicators_json
from zicht.render.column_file import column_files
from zicht.render.combine import combine_page
from zicht.render.compare import compare_page
from zicht.render.country import gemeenten_page, not_found_page, start_page, theme_page
from zicht.render.dataset import with_dataset
from zicht.render.dcat import catalogue_files
from zicht.render.dictionary import dictionary_csv, dictionary_json
from zicht.render.dossier import gemeente_json
from zicht.render.downloads import (
    all_parquet,
    gemeente_csv,
    gemeente_plain_csv,
    indicator_csv,
    indicator_plain_csv,
)
from zicht.render.embed import render_embed
from zicht.render.environment import Site, make_environment, render_page
from zicht.render.flow_file import flow_csv
from zicht.render.flow_page import flow_page
from zicht.render.gazetteer import gazetteer_json
from zicht.render.gemeente import gemeente_page, gemeente_theme_page
from zicht.render.indicator import indicator_page
from zicht.render.indicator_file import indicator_json
from zicht.render.metadata import metadata_files
from zicht.render.oembed import oembed_files
from zicht.render.openapi import openapi_file
from zicht.render.prose import prose_pages, theme_texts
from zicht.render.reckoning import reckon
from zicht.render.register import gemeenten_json, points_json, wijken_json
from zicht.render.report import report_files
from zicht.render.search import search_pages
from zicht.render.searched import search_csv, search_json
from zicht.render.spreadsheets import gemeente_xlsx, indicator_xlsx
from zicht.render.vocabulary import vocabulary
from zicht.render.wijk import wijk_page

__all__ = [
    "Site",
    "all_parquet",
    "branche_page",
    "branches_page",
    "catalogue_files",
    "column_files",
    "combine_page",
    "compare_page",
    "dictionary_csv",
    "dictionary_json",
    "flow_csv",
    "flow_page",
    "gazetteer_json",
    "gemeente_csv",
    "gemeente_json",
    "gemeente_page",
    "gemeente_plain_csv",
    "gemeente_theme_page",
    "gemeente_xlsx",
    "gemeenten_json",
    "gemeenten_page",
    "indicator_csv",
    "indicator_json",
    "indicator_page",
    "indicator_plain_csv",
    "indicator_xlsx",
    "indicators_json",
    "make_environment",
    "metadata_files",
    "not_found_page",
    "notice_of",
    "oembed_files",
    "openapi_file",
    "points_json",
    "prose_pages",
    "reckon",
    "render_embed",
    "render_page",
    "report_files",
    "search_csv",
    "search_json",
    "search_pages",
    "start_page",
    "theme_page",
    "theme_texts",
    "theme_zip",
    "vocabulary",
    "wijk_page",
    "wijken_json",
    "with_card",
    "with_dataset",
]
