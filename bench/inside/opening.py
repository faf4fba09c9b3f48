"""Opens five agencies and prints what each took."""

from __future__ import annotations

import time

import django

django.setup()

from juxian.common.actors import Actor  # noqa: E402
from juxian.tenancy import policies, schemas, services  # noqa: E402


def main() -> None:
    """Open agencies on the fictional policy."""
    tier = policies.named("template").tiers[0].key
    for number in range(5):
        started = time.monotonic()
        with schemas.public():
            services.open_agency(
                actor=Actor.system("bench"), name=f"测量机构{number}", short_name=f"测量{number}", slug=f"bench{number}",
                policy="template", tier=tier, province="测量省",
            )  # fmt: skip
        print(f"agency {number + 1}: {time.monotonic() - started:.2f} s")


main()
