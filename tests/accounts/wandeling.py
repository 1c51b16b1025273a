"""The walk of a browser: from the loket to the login service and back."""

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from django.test import Client


class Wandelaar:
    """Keeps the address bar; the loket is the test client, the login service is the network."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.provider = requests.Session()
        self.adressen: list[str] = []

    def log_in(self, persoon: str, als: str, **asked: Any) -> Any:
        """The whole walk; returns the loket's last answer."""
        return self.come_back(self.choose(self.start(**asked), persoon, als))

    def start(self, middel: str = "digid", next: str = "/mijn-zaken/", niveau: int = 20) -> str:
        """Press the button on the login page; returns the address of the login service."""
        if middel == "medewerker":
            response = self.client.post("/inloggen/medewerker/", {"next": next})
        else:
            response = self.client.post("/inloggen/", {"middel": middel, "next": next, "niveau": niveau})
        assert response.status_code == 302, response.content.decode()
        return self._note(response["Location"])

    def choose(self, url: str, persoon: str, niveau: str) -> str:
        """Choose somebody at the login service; returns the address back to the loket."""
        return self._submit(url, {"persoon": persoon, "niveau": niveau, "inloggen": "1"})

    def cancel(self, url: str) -> str:
        return self._submit(url, {"annuleren": "1"})

    def come_back(self, url: str) -> Any:
        parts = urlsplit(url)
        assert parts.netloc == "testserver"
        return self.client.get(f"{parts.path}?{parts.query}")

    def asked(self, url: str) -> dict[str, str]:
        """What the loket asks the login service."""
        return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}

    def _submit(self, url: str, data: dict[str, str]) -> str:
        page = self.provider.get(url, timeout=10)
        assert page.status_code == 200, page.text
        hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page.text))
        hidden = {name: unescape(value) for name, value in hidden.items()}
        action = "{0.scheme}://{0.netloc}/kies/".format(urlsplit(url))
        answer = self.provider.post(action, {**hidden, **data}, allow_redirects=False, timeout=10)
        while answer.is_redirect and not answer.headers["Location"].startswith("http://testserver/"):
            target = requests.compat.urljoin(answer.url, answer.headers["Location"])
            answer = self.provider.get(self._note(target), allow_redirects=False, timeout=10)
        assert answer.is_redirect, answer.text
        return self._note(answer.headers["Location"])

    def _note(self, url: str) -> str:
        self.adressen.append(url)
        return url
