"""The own profile over the API (experts' host)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from juxian.common.api.access import SIGNED_IN
from juxian.common.api.views import View
from juxian.common.texts import Text
from juxian.profiles import selectors, services
from juxian.profiles.models import Profile
from juxian.profiles.sections import SECTIONS, Field, Section


class ChoiceOut(serializers.Serializer[Any]):
    """An option."""

    value = serializers.CharField()
    label = serializers.CharField()


class ColumnOut(serializers.Serializer[Any]):
    """A column of a list field."""

    key = serializers.CharField()
    label = serializers.CharField()
    type = serializers.CharField()
    required = serializers.BooleanField()


class FieldOut(ColumnOut):
    """One field with its present value."""

    personal = serializers.BooleanField()
    help = serializers.CharField()
    most = serializers.IntegerField()
    choices = ChoiceOut(many=True)
    columns = ColumnOut(many=True)
    value = serializers.JSONField(allow_null=True)


class SectionOut(serializers.Serializer[Any]):
    """One section."""

    key = serializers.CharField()
    title = serializers.CharField()
    state = serializers.ChoiceField(choices=["empty", "partial", "done"])
    saved_at = serializers.DateTimeField(allow_null=True)
    fields_ = FieldOut(many=True)

    def get_fields(self) -> Any:
        """DRF keeps `fields` for itself, so it is put in under that name here."""
        found = super().get_fields()
        found["fields"] = found.pop("fields_")
        return found


class ProfileOut(serializers.Serializer[Any]):
    """The whole profile."""

    version = serializers.IntegerField()
    sections = SectionOut(many=True)


class SaveIn(serializers.Serializer[Any]):
    """One section to save."""

    section = serializers.CharField()
    values = serializers.DictField(child=serializers.JSONField(allow_null=True))
    version = serializers.IntegerField(min_value=1)


def presented(profile: Profile) -> dict[str, Any]:
    """The profile with every field's present value, for its owner."""
    values = {**profile.plain, **selectors.personal(profile)}
    return {"version": profile.version, "sections": [_section(s, values, profile.saved) for s in SECTIONS]}


def _section(section: Section, values: dict[str, Any], saved: dict[str, str]) -> dict[str, Any]:
    filled = [field for field in section.fields if values.get(field.key) not in (None, "", [])]
    lacking = [field for field in section.fields if field.required and field not in filled]
    state = "empty" if not filled else "partial" if lacking else "done"
    return {
        "key": section.key,
        "title": str(section.title),
        "state": state,
        "saved_at": saved.get(section.key),
        "fields": [_field(field, values.get(field.key)) for field in section.fields],
    }


def _field(field: Field, value: Any) -> dict[str, Any]:
    return {
        **_column(field),
        "personal": field.personal,
        "help": str(field.hint),
        "most": field.most,
        "choices": [{"value": key, "label": str(label)} for key, label in field.choices],
        "columns": [_column(column) for column in field.columns],
        "value": value,
    }


def _column(field: Field) -> dict[str, Any]:
    return {"key": field.key, "label": str(field.label), "type": field.kind, "required": field.required}


class ProfileView(View):
    """`/api/profiles/profile`."""

    access = {"GET": SIGNED_IN, "PATCH": SIGNED_IN}

    @extend_schema(operation_id="profiles_profile_show", tags=["profiles"], responses=ProfileOut)
    def get(self, request: Request) -> Response:
        """The signed-in person's own profile."""
        return Response(presented(selectors.own(self.actor.account_id)))

    @extend_schema(operation_id="profiles_profile_save", tags=["profiles"], request=SaveIn, responses=ProfileOut)
    def patch(self, request: Request) -> Response:
        """Save one section; refused when another tab saved meanwhile."""
        return Response(presented(services.save_section(actor=self.actor, **self.parsed(SaveIn))))


PURPOSES = {
    services.COPY: Text("向机构申报时复制个人档案", "Copying the profile to an agency when applying"),
}


class ConsentOut(serializers.Serializer[Any]):
    """One consent."""

    id = serializers.UUIDField()
    purpose = serializers.CharField()
    purpose_label = serializers.SerializerMethodField()
    agency_id = serializers.UUIDField(allow_null=True)
    text = serializers.CharField()
    given_at = serializers.DateTimeField()
    withdrawn_at = serializers.DateTimeField(allow_null=True)

    def get_purpose_label(self, consent: Any) -> str:
        """The purpose in words."""
        return str(PURPOSES.get(consent.purpose, consent.purpose))


class ConsentsView(View):
    """`/api/profiles/consents`."""

    access = {"GET": SIGNED_IN}

    @extend_schema(operation_id="profiles_consent_list", tags=["profiles"], responses=ConsentOut(many=True))
    def get(self, request: Request) -> Response:
        """The signed-in person's consents, newest first."""
        return self.page(selectors.consents(self.actor.account_id), ConsentOut)


class WithdrawView(View):
    """`/api/profiles/consents/<id>/withdraw`."""

    access = {"POST": SIGNED_IN}

    @extend_schema(operation_id="profiles_consent_withdraw", tags=["profiles"], request=None, responses=ConsentOut)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Withdraw one consent."""
        return Response(ConsentOut(services.withdraw_consent(actor=self.actor, consent_id=consent_id)).data)
