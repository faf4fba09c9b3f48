"""What operators see of agencies: state, health and counts; never a person, never content."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from juxian.audit.models import Event
from juxian.operations.models import Job
from juxian.sharing import ports
from juxian.tenancy import addresses, context, crossing, ledger, policies, selectors
from juxian.tenancy.models import Agency, AgencyHost

ORDERINGS = {"name", "slug", "opened_at", "state", "province"}
_END = date.max


def agencies(*, search: str = "", ordering: str = "") -> QuerySet[Agency]:
    """Agencies in whatever state, searched in name and label."""
    found = Agency.objects.select_related("parent")
    if search := search.strip():
        found = found.filter(Q(name__icontains=search) | Q(slug__icontains=search))
    return found.order_by(ordering if ordering.lstrip("-") in ORDERINGS else "slug")


def rows(listed: Iterable[Agency]) -> list[dict[str, Any]]:
    """A page of agencies with what was looked at in each: four queries, and two per agency that is open."""
    chosen = list(listed)
    standings = {standing.schema_name: standing for standing in ledger.agency_standings()}
    hosts: dict[Any, list[str]] = {}
    for host in AgencyHost.objects.filter(tenant__in=chosen).order_by("-is_primary", "domain"):
        hosts.setdefault(host.tenant_id, []).append(host.domain)
    failed = _last_errors([agency.slug for agency in chosen])
    return [_row(agency, hosts.get(agency.id, []), standings.get(agency.schema_name), failed) for agency in chosen]


def _row(agency: Agency, hosts: list[str], standing: ledger.Standing | None, failed: dict[str, str]) -> dict[str, Any]:
    value = selectors.value(agency)
    seen = (
        crossing.call_in(agency.schema_name, _look) if agency.state == Agency.State.OPEN and _there(standing) else None
    )
    title, tier = _policy(value)
    return {
        "id": agency.id,
        "slug": agency.slug,
        "name": agency.name,
        "short_name": agency.short_name,
        "host": hosts[0] if hosts else "",
        "hosts": hosts,
        "address": addresses.of_agency(value),
        "policy": agency.policy,
        "policy_title": title,
        "tier": agency.tier,
        "tier_label": tier,
        "province": agency.province,
        "parent": agency.parent.name if agency.parent else "",
        "state": agency.state,
        "state_label": agency.get_state_display(),
        "failure": agency.failure,
        "opened_at": agency.opened_at,
        "experts": seen["experts"] if seen else None,
        "last_activity": seen["last_activity"] if seen else None,
        "pending_migrations": len(standing.pending) if standing else None,
        "health": _health(agency, standing),
        "last_job_error": failed.get(agency.slug, ""),
    }


def _there(standing: ledger.Standing | None) -> bool:
    return standing is not None and standing.exists


def _health(agency: Agency, standing: ledger.Standing | None) -> str:
    if agency.state == Agency.State.FAILED or (standing is not None and not standing.exists):
        return "broken"
    return "ok" if standing is None or standing.current else "behind"


def _look() -> dict[str, Any]:
    """What one agency shows of itself: two counts and a time. Runs in its schema."""
    last = Event.objects.order_by("-id").values_list("at", flat=True).first()
    return {"experts": ports.pool().count(ports.Criteria(on=_END)), "last_activity": last}


def _policy(value: context.AgencyValue) -> tuple[str, str]:
    try:
        policy = policies.of(value)
        return policy.title, policy.tier(value.tier).name
    except (policies.UnknownPolicy, KeyError):
        return value.policy, value.tier


def _last_errors(slugs: list[str]) -> dict[str, str]:
    """The message of each agency's latest failed job."""
    latest = (
        Job.objects.filter(realm__in=slugs, state=Job.State.FAILED).order_by("realm", "-created_at").distinct("realm")
    )
    return {job.realm: str((job.error or {}).get("message", "")) for job in latest}


def installed_policies(keys: Iterable[str]) -> list[dict[str, Any]]:
    """The installed policies by name; one that cannot be loaded is listed with its fault, and keeps nobody else away."""
    counts = dict(Agency.objects.order_by().values_list("policy").annotate(Count("id")))
    return [_installed(key, counts.get(key, 0)) for key in keys]


def _installed(key: str, agencies_: int) -> dict[str, Any]:
    blank = {"title": key, "version": "", "regulation": "", "tiers": [], "clauses": 0, "rules": 0, "parameters": 0}
    try:
        policy = policies.named(key)
    except Exception as error:  # noqa: BLE001  a third party's package may raise anything
        return {"key": key, **blank, "agencies": agencies_, "fault": f"{type(error).__name__}: {error}"[:300]}
    rules = {rule.key for rule_set in policy.eligibility.values() for rule in rule_set.rules}
    return {
        "key": key,
        "title": policy.title,
        "version": policy.version,
        "regulation": policy.instrument.title,
        "tiers": [{"key": tier.key, "label": tier.name} for tier in policy.tiers],
        "clauses": len(policy.instrument.clauses),
        "rules": len(rules),
        "parameters": len(policy.parameters.specs),
        "agencies": agencies_,
        "fault": "",
    }
