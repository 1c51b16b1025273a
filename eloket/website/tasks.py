"""What website does by itself."""

from datetime import datetime

from eloket.lib.periodiek import elke
from eloket.website.services import publish_scheduled


@elke(name="website.publiceer_gepland", minutes=0.5)
def publiceer_gepland(*, now: datetime) -> None:
    """Publish and withdraw what a redacteur planned."""
    publish_scheduled(now=now)
