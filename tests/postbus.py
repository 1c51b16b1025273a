"""The receiving side of the mail server that tests send to."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.components import Postbus


class Ontvanger:
    """Handlers that aiosmtpd calls; their names are its own."""

    def __init__(self, box: "Postbus") -> None:
        self.box = box

    async def handle_RCPT(  # noqa: N802
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address in self.box.refuse:
            return "550 no such mailbox"
        if address in self.box.busy:
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.box.mails.append(mail)
        return "250 OK"
