"""Somebody with a browser, who looks at every page they meet: readable for everybody and on every width."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request, Response

AXE = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
    # To write down every element that is right takes axe longer than to find those that are wrong.
    "resultTypes": ["violations"],
}
RUN_AXE = "options => axe.run(options).then(found => found.violations)"
# Wagtail's own screens and the login service of the demo are not ours to judge.
NOT_OURS = re.compile(r"/beheer/")


@dataclass
class Bezoeker:
    context: BrowserContext
    page: Page
    url: str
    js: bool
    faults: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)  # other systems of the same demo, host and port

    @classmethod
    def start(cls, browser: Browser, url: str, *, width: int, js: bool) -> "Bezoeker":
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=js,
            locale="nl-NL",
            reduced_motion="reduce",
        )
        context.set_default_timeout(30_000)
        visitor = cls(context, context.new_page(), url, js)
        visitor.page.on("console", visitor._on_console)
        visitor.page.on("pageerror", lambda error: visitor.faults.append(f"script: {error}"))
        visitor.page.on("request", visitor._on_request)
        visitor.page.on("response", visitor._on_response)
        return visitor

    # --- Acting -----

    def go(self, path: str) -> Response | None:
        return self.page.goto(path if path.startswith("http") else self.url + path)

    def press(self, name: str) -> None:
        """A button or link with this text, inside the page itself."""
        self.page.get_by_role("main").get_by_role("button", name=name).or_(
            self.page.get_by_role("main").get_by_role("link", name=name)
        ).first.click()

    def fill(self, **answers: str) -> None:
        """By label; underscores stand for spaces."""
        for label, answer in answers.items():
            self.page.get_by_label(label.replace("_", " ")).fill(answer)

    def log_in(self, persoon: str, *, middel: str = "Inloggen met DigiD") -> None:
        """From a page that asks for a login, along the login service, back to where they were."""
        self.press(middel)
        self.page.get_by_label(persoon).check()
        self.page.get_by_role("button", name="Inloggen", exact=True).click()

    def heading(self) -> str:
        return self.page.locator("h1").inner_text()

    @property
    def main(self) -> Locator:
        return self.page.get_by_role("main")

    # --- Looking -----

    def look(self) -> None:
        """This page, as a strict reader: axe, nothing wider than the screen, also on the smallest phone."""
        self.page.wait_for_load_state("load")  # a click returns when the next page has only just begun
        where = urlsplit(self.page.url).path
        width = (self.page.viewport_size or {"width": 0})["width"]
        if NOT_OURS.search(where):
            return
        for each in {width, 320}:
            self.page.set_viewport_size({"width": each, "height": 800})
            found = self.page.evaluate("document.documentElement.scrollWidth")
            if found > each:
                self.faults.append(f"{where} is {found} wide on a screen of {each}")
        self.page.set_viewport_size({"width": width, "height": 800})
        if self.js:
            self._axe(where)

    def _axe(self, where: str) -> None:
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE_SCRIPT)
        for each in self.page.evaluate(RUN_AXE, AXE):
            nodes = [node["html"][:150] for node in each["nodes"]]
            self.faults.append(f"{where}: {each['id']} ({each['help']}): {nodes}")

    def leave(self) -> None:
        print(
            f"last at {self.page.url}:\n{self.page.locator('body').inner_text()[:3000]}"
        )  # shown on failure
        own, provider = urlsplit(self.url).netloc, f"localhost:{(urlsplit(self.url).port or 0) + 1}"
        others = {
            url for url in self.requests if urlsplit(url).netloc not in {own, provider, *self.neighbours}
        }
        self.faults.extend(f"asked another machine: {url}" for url in sorted(others))
        self.context.close()

    def cookies(self) -> list[str]:
        return [str(cookie["name"]) for cookie in self.context.cookies(self.url)]

    def _on_console(self, message: ConsoleMessage) -> None:
        # Chromium also writes a line for every 404; those are met on purpose.
        told = message.type in ("error", "warning") and "Failed to load resource" not in message.text
        if told and not NOT_OURS.search(self.page.url):
            self.faults.append(f"console at {self.page.url}: {message.text}")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            self.requests.append(request.url)

    def _on_response(self, response: Response) -> None:
        if response.status >= 500:
            self.faults.append(f"{response.status} at {response.url}")
