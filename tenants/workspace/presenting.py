"""Parameters as the settings page shows them: what binds, what the text says, and every change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from juxian.tenancy import parameters as own
from juxian.tenancy import policies
from juxian.tenancy.context import AgencyValue
from juxian.tenancy.models import ParameterChange
from rulebook import ParameterSpec

_CHANGE = {"fixed": "none", "stricter": "stricter", "filed": "deviation"}


def parameters(
    agency: AgencyValue,
    changes: Sequence[ParameterChange],
    names: Mapping[UUID, str],
    on: date,
    *,
    only: str = "",
) -> list[dict[str, Any]]:
    """Every parameter that the agency's tier has (or the `only` one), in the order of the law."""
    policy = policies.of(agency)
    now = own.in_force(agency, on)
    lang = "en" if (get_language() or "").startswith("en") else "zh"
    shown = []
    for spec in policy.parameters.specs:
        if (only and spec.key != only) or (spec.tiers and agency.tier not in spec.tiers):
            continue
        mine = [change for change in changes if change.parameter == spec.key]
        shown.append(
            {
                "key": spec.key,
                "title": spec.label_en if lang == "en" else spec.label,
                "kind": spec.kind,
                "value": own.encoded(now[spec.key]),
                "shown": spec.show(now[spec.key], lang),
                "default": own.encoded(spec.on(on)),
                "default_shown": spec.show(spec.on(on), lang),
                "unit": spec.unit_en if lang == "en" else spec.unit,
                "clause": spec.clause,
                "cite": policy.cite(spec.clause),
                "change": _CHANGE[spec.change],
                "stricter": spec.stricter,
                "allowed": list(spec.allowed),
                "reading": spec.reading,
                "note": spec.why,
                "history": _history(spec, mine, names, lang),
            }
        )
    return shown


def _history(
    spec: ParameterSpec, mine: Sequence[ParameterChange], names: Mapping[UUID, str], lang: str
) -> list[dict[str, Any]]:
    of_the_text = [
        {"value": own.encoded(dated.value), "shown": spec.show(dated.value, lang), "since": dated.since, "who": dated.source,
         "why": "", "filed_with": ""}
        for dated in spec.values
    ]  # fmt: skip
    of_the_agency = [
        {"value": change.value, "shown": spec.show(own.decoded(spec, change.value), lang), "since": change.valid_from,
         "who": names.get(change.changed_by, ""), "why": change.reason, "filed_with": change.filed_as}
        for change in mine
    ]  # fmt: skip
    return sorted(of_the_text + of_the_agency, key=lambda each: str(each["since"]), reverse=True)
