"""Opening the demonstration's agencies; runs in the public schema."""

from __future__ import annotations

from datetime import timedelta

from juxian.common import clock
from juxian.common.actors import Actor
from juxian.tenancy import parameters, policies, selectors
from juxian.tenancy import services as tenancy
from juxian.tenancy.context import AgencyValue
from tenants.demonstration.generator.plans import AgencyPlan
from tenants.demonstration.services import timing

TERM_YEARS = 3
SET_AGO = timedelta(days=4 * 366)
"""The length of terms was set before the first of the terms that the demonstration takes over."""


def ensure(plan: AgencyPlan, *, actor: Actor) -> AgencyValue:
    """The plan's agency, opened if it is not there, with the length of its terms where the regulation leaves it open."""
    agency = next((value for value in selectors.all_open() if value.slug == plan.slug), None)
    if agency is None:
        agency = tenancy.open_agency(
            actor=actor,
            name=plan.name,
            short_name=plan.short_name,
            slug=plan.slug,
            policy=plan.policy,
            tier=plan.tier,
            province=plan.province,
            parent=plan.parent,
            contact="演示数据，不对应任何真实联系人",
        )
    _set_term(agency, actor)
    return agency


def _set_term(agency: AgencyValue, actor: Actor) -> None:
    """Where the regulation leaves the length of the term to the agency, the agency decides on three years."""
    term = policies.of(agency).term
    if term.length(policies.parameters(agency, clock.today())) is None:
        with timing.business_time(clock.now() - SET_AGO):
            parameters.change(
                actor=actor,
                agency=agency,
                key=term.years,
                value=TERM_YEARS,
                since=clock.today(),
                reason="演示：聘期由本机构确定为三年",
                filed_with="演示备案1号",
            )
