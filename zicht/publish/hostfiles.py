"""What a site asks of its host, in the words of each host."""

from collections.abc import Sequence

from zicht.model.page import OutputFile
from zicht.publish.cloudflare import headers_text, redirects_text
from zicht.publish.headers import rules_of
from zicht.publish.nginx import nginx_include


def headers_files(framers: Sequence[str] = ()) -> tuple[OutputFile, ...]:
    """Return the headers and redirects as hosts read them: Cloudflare's files and nginx's.

    `framers` are the origins that may frame what stands under `/embed/`.
    """
    rules = rules_of(framers)
    return (
        OutputFile("_headers", headers_text(rules).encode()),
        OutputFile("_nginx.conf", nginx_include(rules).encode()),
        OutputFile("_redirects", redirects_text().encode()),
    )
