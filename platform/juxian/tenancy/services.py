"""Opening agencies, suspending them, and their host names (public schema)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction

from juxian.audit import services as trail
from juxian.common.actors import Actor
from juxian.common.errors import Refusal, not_found
from juxian.tenancy import opening, policies, schemas, selectors
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import Agency, AgencyHost, slug_rule

RESERVED = frozenset(
    {
        "id",
        "my",
        "ops",
        "www",
        "api",
        "app",
        "at",
        "admin",
        "static",
        "assets",
        "mail",
        "public",
        "portal",
        "template",
        "scratch",
    }
)
_HOST = re.compile(r"^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$")


def open_agency(
    *,
    actor: Actor,
    name: str,
    short_name: str,
    slug: str,
    policy: str,
    tier: str,
    province: str,
    parent: str | None = None,
    hosts: Iterable[str] = (),
    first_admin: UUID | None = None,
    contact: str = "",
) -> AgencyValue:
    """Enter an agency and open it: it answers on `<slug>.<base>` and on `hosts` when this returns.

    Parameters
    ----------
    parent:
        Slug of the superior agency.
    first_admin:
        Account that becomes the first agency administrator.

    Raises
    ------
    Refusal
        `tenancy.slug`, `.taken`, `.host`, `.policy`, `.tier`, `.parent` before anything is kept;
        `tenancy.opening_failed` when laying it out failed: the row stays as FAILED with the reason, and the same
        call (or `open_again`) tries again.
    """
    with schemas.public():
        agency_id = enter_agency(
            actor=actor, name=name, short_name=short_name, slug=slug, policy=policy, tier=tier, province=province,
            parent=parent, hosts=hosts, contact=contact,
        )  # fmt: skip
        return _opened(opening.carry_out(agency_id=agency_id, actor=actor, first_admin=first_admin))


def open_again(*, actor: Actor, agency_id: UUID, first_admin: UUID | None = None) -> AgencyValue:
    """Try once more to open an agency that failed; raises `tenancy.opening_failed`."""
    with schemas.public():
        return _opened(opening.carry_out(agency_id=agency_id, actor=actor, first_admin=first_admin))


def _opened(value: AgencyValue) -> AgencyValue:
    if value.state != Agency.State.OPEN:
        raise Refusal("tenancy.opening_failed", why=Agency.objects.get(id=value.id).failure)
    return value


@transaction.atomic
def enter_agency(
    *,
    actor: Actor,
    name: str,
    short_name: str,
    slug: str,
    policy: str,
    tier: str,
    province: str,
    parent: str | None = None,
    hosts: Iterable[str] = (),
    contact: str = "",
) -> UUID:
    """The checked row and hosts of an agency that is to be opened; one that failed before is taken up again."""
    _check_slug(slug)
    _check_policy(policy, tier)
    hosts = [host.strip().lower() for host in hosts if host.strip()]
    superior = _parent(parent)
    row = Agency.objects.filter(slug=slug, state=Agency.State.FAILED).first() or Agency(slug=slug)
    _check_free(row, name, hosts)
    row.schema_name = f"agency_{slug.replace('-', '_')}"
    row.name, row.short_name, row.province = name.strip(), short_name.strip(), province.strip()
    row.policy, row.tier, row.parent, row.contact = policy, tier, superior, contact
    row.state, row.failure = Agency.State.OPENING, ""
    row.save()
    _set_hosts(row, hosts)
    trail.record(
        actor=actor,
        action="tenancy.agency.entered",
        target=row,
        after={"slug": slug, "name": row.name, "policy": policy, "tier": tier, "hosts": hosts},
    )
    return row.id


@transaction.atomic
def suspend_agency(*, actor: Actor, agency_id: UUID, reason: str) -> None:
    """Shut an agency's hosts (404 from the next request on); its data stays as it is."""
    _change_state(actor, agency_id, Agency.State.OPEN, Agency.State.SUSPENDED, "tenancy.agency.suspended", reason)


@transaction.atomic
def resume_agency(*, actor: Actor, agency_id: UUID, reason: str) -> None:
    """Open the hosts of a suspended agency again; effects that waited go out."""
    _change_state(actor, agency_id, Agency.State.SUSPENDED, Agency.State.OPEN, "tenancy.agency.resumed", reason)


def _change_state(actor: Actor, agency_id: UUID, before: str, after: str, action: str, reason: str) -> None:
    row = Agency.objects.select_for_update().filter(id=agency_id).first()
    if row is None:
        raise not_found("机构")
    if row.state != before:
        raise Refusal("tenancy.state", state=row.get_state_display())
    row.state = after
    row.save(update_fields=["state"])
    trail.record(
        actor=actor, action=action, target=row, before={"state": before}, after={"state": after}, reason=reason
    )
    transaction.on_commit(selectors.forget_hosts)


def _check_slug(slug: str) -> None:
    try:
        slug_rule(slug)
    except ValidationError:
        slug_is_good = False
    else:
        slug_is_good = slug not in RESERVED and "--" not in slug
    if not slug_is_good:
        raise Refusal("tenancy.slug", status=400, slug=slug, reserved="、".join(sorted(RESERVED)))


def _check_policy(policy: str, tier: str) -> None:
    try:
        found = policies.named(policy)
    except policies.UnknownPolicy:
        raise Refusal(
            "tenancy.policy", status=400, policy=policy, installed="、".join(sorted(policies.installed()))
        ) from None
    keys = [each.key for each in found.tiers]
    if tier not in keys:
        raise Refusal("tenancy.tier", status=400, policy=found.title, tier=tier, tiers="、".join(keys))


def _parent(slug: str | None) -> Agency | None:
    if not slug:
        return None
    found = Agency.objects.filter(slug=slug, state=Agency.State.OPEN).first()
    if found is None:
        raise Refusal("tenancy.parent", status=400, parent=slug)
    return found


def _check_free(row: Agency, name: str, hosts: list[str]) -> None:
    others = Agency.objects.exclude(pk=row.pk)
    schema_name = f"agency_{row.slug.replace('-', '_')}"
    if others.filter(slug=row.slug).exists() or others.filter(schema_name=schema_name).exists():
        raise Refusal("tenancy.taken", what="机构标识", what_en="label", value=row.slug)
    if others.filter(name=name.strip()).exists():
        raise Refusal("tenancy.taken", what="机构名称", what_en="name", value=name)
    for host in hosts:
        if not _HOST.match(host) or host == settings.BASE_HOST or host.endswith("." + settings.BASE_HOST):
            raise Refusal("tenancy.host", status=400, host=host, base=settings.BASE_HOST)
        if AgencyHost.objects.filter(domain=host).exclude(tenant=row).exists():
            raise Refusal("tenancy.taken", what="域名", what_en="host", value=host)


def _set_hosts(row: Agency, hosts: list[str]) -> None:
    wanted = [f"{row.slug}.{settings.BASE_HOST}", *hosts]
    AgencyHost.objects.filter(tenant=row).exclude(domain__in=wanted).delete()
    for index, host in enumerate(wanted):
        AgencyHost.objects.update_or_create(domain=host, defaults={"tenant": row, "is_primary": index == 0})
