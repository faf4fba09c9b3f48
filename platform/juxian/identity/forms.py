"""What signing up asks for beside login name and password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _


class RealNameFields(forms.Form):
    """Accounts are in real names."""

    real_name = forms.CharField(label=_("真实姓名"), max_length=60, widget=forms.TextInput({"autocomplete": "name"}))

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Called by allauth with the account that is being made."""
        user.real_name = self.cleaned_data["real_name"].strip()
        user.save()
