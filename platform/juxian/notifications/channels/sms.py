"""What an SMS gateway must offer, and the one for installations that have none."""

from __future__ import annotations

from typing import Protocol


class Gateway(Protocol):
    """Sends one text to one number; raises when the provider did not take it."""

    def send(self, number: str, text: str) -> None:
        """Send."""


class GatewayMissing(RuntimeError):
    """No SMS gateway is configured."""


class NoGateway:
    """Refuses: set JUXIAN_SMS_GATEWAY to a class that talks to the provider."""

    def send(self, number: str, text: str) -> None:
        """Always raises, so that the effect stays on the list of failed ones."""
        raise GatewayMissing("No SMS gateway is configured: set JUXIAN_SMS_GATEWAY.")
