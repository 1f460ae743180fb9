"""The media type of a file, by the end of its name.

Written out because Python's own table reads files of the machine: the manifest would differ.
"""

from pathlib import PurePosixPath

_TEXT = "; charset=utf-8"
TYPES = {
    ".html": "text/html" + _TEXT,
    ".css": "text/css" + _TEXT,
    ".js": "text/javascript" + _TEXT,
    ".mjs": "text/javascript" + _TEXT,
    ".csv": "text/csv" + _TEXT,
    ".txt": "text/plain" + _TEXT,
    ".md": "text/markdown" + _TEXT,
    ".conf": "text/plain" + _TEXT,
    "": "text/plain" + _TEXT,
    ".xml": "application/xml",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".ttl": "text/turtle" + _TEXT,
    ".geojson": "application/geo+json",
    ".webmanifest": "application/manifest+json",
    ".parquet": "application/vnd.apache.parquet",
    ".zip": "application/zip",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
}


def media_type(path: str) -> str:
    """Return the media type of a file; bytes without a meaning for an ending we do not know."""
    return TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def shrinks(kind: str) -> bool:
    """Tell whether files of a media type become smaller by compression: texts, not archives."""
    return kind.startswith("text/") or kind.endswith(("json", "xml"))
