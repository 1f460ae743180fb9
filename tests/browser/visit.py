"""A look at a page of a built site: nothing may go wrong, nothing may come from elsewhere."""


def laid_out(page):
    """Wait until the whole page is laid out, and return it."""
    page.locator("html[data-klaar]").wait_for(state="attached")
    return page


class Visit:
    """A page in a context of its own, with everything it said and asked for."""

    def __init__(self, browser, address, *, scripts=True, width=1280):
        self.address, self.scripts = address, scripts
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=scripts
        )
        self.page = self.context.new_page()
        self.said, self.asked = [], []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()
        assert self.said == [], self.said
        assert [url for url in self.asked if not url.startswith(self.address)] == []

    def open(self, path):
        answer = self.page.goto(self.address + path, wait_until="networkidle")
        assert answer.status == 200, path
        return laid_out(self.page) if self.scripts else self.page
