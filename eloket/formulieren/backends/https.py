"""Webhooks over https, never to a machine inside our own network."""

from collections.abc import Mapping
from contextlib import closing

import requests

from eloket.formulieren.backends.base import WebhookBackend, WebhookRefused, WebhookUnavailable
from eloket.lib.openbaar import open_session

SECONDS = 10
LATER = {408, 425, 429}


class HttpsWebhook(WebhookBackend):
    """A POST; what is sent back is not read, and a redirect is not followed.

    Options: `PRIVATE` (True also calls private addresses), `CA` (path of a CA file).
    """

    def post(self, url: str, *, body: bytes, headers: Mapping[str, str]) -> int:
        if not url.startswith("https://"):
            raise WebhookRefused("het adres van de webhook begint niet met https://")
        try:
            status = self._post(url, body, headers)
        except requests.exceptions.SSLError as error:
            raise WebhookUnavailable("het certificaat van de webhook klopt niet") from error
        except requests.RequestException as error:
            raise WebhookUnavailable(
                f"de webhook is niet te bereiken, of heeft geen openbaar adres ({type(error).__name__})"
            ) from error
        except ValueError as error:
            raise WebhookRefused("het adres van de webhook is geen adres") from error
        return _judge(status)

    def _post(self, url: str, body: bytes, headers: Mapping[str, str]) -> int:
        with open_session(private=bool(self.options.get("PRIVATE"))) as session:
            answer = session.post(
                url,
                data=body,
                headers=dict(headers),
                timeout=SECONDS,
                allow_redirects=False,
                stream=True,
                verify=self.options.get("CA") or True,
            )
            with closing(answer):
                return answer.status_code


def _judge(status: int) -> int:
    if status >= 500 or status in LATER:
        raise WebhookUnavailable(f"de webhook antwoordt met {status}")
    if not 200 <= status < 300:
        raise WebhookRefused(f"de webhook weigert met {status}")
    return status
