"""Somebody who walks through the steps with a browser without scripts: reads a page and fills in its form."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.test.client import Client as DjangoClient

EIGEN = {"origin": "http://testserver"}  # what a browser sends along with a form of our own page


class Loper:
    """`root`: where the steps are mounted."""

    def __init__(self, client: Client, root: str = "/afspraken/") -> None:
        self.client: DjangoClient = client
        self.root = root
        self.page: Any = None

    def go(self, step: str, **query: Any) -> Any:
        """Open a step, with these names in its address; lists give a name more than once."""
        url = step if step.startswith("/") else f"{self.root}{step}"
        address = f"{url}?{urlencode(query, doseq=True)}" if query else url
        self.page = self.client.get(address, follow=True)
        return self.page

    @property
    def html(self) -> str:
        return str(self.page.content.decode())

    @property
    def text(self) -> str:
        """What is read, without tags."""
        main = self.html.partition("<main")[2].partition("</main>")[0]
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())

    @property
    def kop(self) -> str:
        found = re.search(r"<h1[^>]*>(.*?)</h1>", self.html, re.S)
        return unescape(found[1]) if found else ""

    def list_tijden(self) -> list[str]:
        """The moments that can be ticked, as they are posted."""
        return re.findall(r'name="begin" id="t\d+" value="([^"]+)"', self.html)

    def list_others(self) -> list[str]:
        """The alternatives that are offered for a lost time."""
        return re.findall(r'name="alternatief" value="([^"]+)"', self.html)

    def hidden(self, *, action: str = "") -> dict[str, list[str]]:
        """The hidden boxes of the (first) POST form, or of the one with this action."""
        marker = f'action="{action}"' if action else 'method="post"'
        forms = [form for form in self.html.split("<form ")[1:] if marker in form.partition(">")[0]]
        form = next(each for each in forms if "uitloggen" not in each.partition(">")[0])
        found: dict[str, list[str]] = {}
        for name, value in re.findall(
            r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.partition("</form>")[0]
        ):
            found.setdefault(name, []).append(unescape(value))
        return found

    def choose(self, begin: str | None = None, **changes: Any) -> Any:
        """Post a time of this page: the first one, unless told otherwise."""
        data = self.hidden(action=f"{self.root}vasthouden/") | {"begin": begin or self.list_tijden()[0]}
        return self.post("vasthouden/", data | changes)

    def take_other(self, other: str) -> Any:
        return self.post(
            "vasthouden/", self.hidden(action=f"{self.root}vasthouden/") | {"alternatief": other}
        )

    def fill(self, **answers: Any) -> Any:
        """Post the details step."""
        main = {"naam": "Noor de Wit", "email": "noor@voorbeeld.example", "telefoon": "", "hulp": ""}
        return self.post("gegevens/", {"houvast": self.held(), **main, **answers})

    def confirm(self, **changes: Any) -> Any:
        """Post the check page as it was shown."""
        names = re.findall(r'<input type="hidden" name="(merk|verzoek)" value="([^"]+)"', self.html)
        return self.post("controleren/", dict(names) | changes)

    def held(self) -> str:
        found = re.search(r'name="houvast" value="([^"]+)"', self.html)
        return unescape(found[1]) if found else ""

    def post(self, step: str, data: dict[str, Any]) -> Any:
        self.page = self.client.post(f"{self.root}{step}", data, headers=EIGEN, follow=True)
        return self.page
