"""Names of the OpenAPI document's components."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema


class AppSchema(AutoSchema):
    """Puts the app's name before each component's, since apps do not know how others name their serializers.

    `tenants.recruitment.api.forms.FaultOut` becomes `RecruitmentFaultOut`; a person's own view of a thing
    (`….api.mine.FaultOut`) becomes `RecruitmentMyFaultOut`.
    """

    def _get_serializer_name(self, serializer: Any, direction: Any, bypass_extensions: bool = False) -> str:
        name = str(super()._get_serializer_name(serializer, direction, bypass_extensions))
        parts = type(serializer).__module__.split(".")
        if parts[0] not in {"juxian", "tenants"} or len(parts) < 3:
            return name
        mine = "My" if parts[-1] == "mine" and not name.startswith("My") else ""
        return f"{parts[1].capitalize()}{mine}{name}"
