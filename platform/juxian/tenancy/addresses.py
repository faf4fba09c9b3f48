"""Building absolute addresses of the platform's hosts."""

from django.conf import settings

from juxian.tenancy.context import AgencyValue


def base(label: str = "") -> str:
    """`https://<label>.<base>` without a trailing slash; the portal for an empty label."""
    host = f"{label}.{settings.BASE_HOST}" if label else settings.BASE_HOST
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    return f"{settings.PUBLIC_SCHEME}://{host}{port}"


def of_agency(agency: AgencyValue, path: str = "/") -> str:
    """An address on an agency's own host."""
    return base(agency.slug) + path
