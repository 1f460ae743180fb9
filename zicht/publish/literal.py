"""Markdown in which markup is shown as it is written."""

from markdown import Extension, Markdown


class Literal(Extension):  # type: ignore[misc]
    """Lets no HTML through: who writes a text for a page, in a delivery too, writes no code."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the name is Markdown's
        """Leave out what lets HTML through."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")
