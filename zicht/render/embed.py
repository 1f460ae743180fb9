"""The bare twin of a page, for other sites to frame: what it tells, without what is around it."""

import re

from jinja2 import Environment
from markupsafe import Markup

from zicht.model.address import embed_folder, relative
from zicht.model.page import OutputFile, Page

_AROUND = re.compile(
    r'<details class="deel">.*?</details>|<nav\b.*?</nav>|'
    r'<section aria-labelledby="mee">.*?</section>',
    re.DOTALL,
)
"""What leads on from a page, and what can be taken along from it."""
_DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')


def render_embed(environment: Environment, page: Page, whole: OutputFile) -> OutputFile:
    """Return the bare twin of a page from the page as it was rendered.

    Its links start from the folder of the page itself, so they are the same in both; the ways
    to other pages, and what a reader can take along, are offered there alone.
    """
    told = whole.content.decode()
    main = told.partition('<main id="inhoud">\n')[2].rpartition("</main>")[0]
    folder = embed_folder(page.folder)
    html = environment.get_template("embed.html").render(
        title=page.title,
        description=Markup(_DESCRIPTION.findall(told)[0]),  # noqa: S704  rendered by ourselves
        folder=page.folder,
        root="",
        base=relative(page.folder, base=folder),
        drawn=bool(page.charts),
        main=Markup(_AROUND.sub("", main)),  # noqa: S704  rendered by ourselves
    )
    return OutputFile(f"{folder}index.html", html.encode())
