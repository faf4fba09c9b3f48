"""Routes are gathered from the apps: each app's `urls.py` says what it offers on which kind of host."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.apps import apps
from django.urls import include, path
from django.utils.module_loading import module_has_submodule

Routes = list[Any]


def offered(kind: str) -> list[tuple[str, Routes]]:
    """App labels with the routes they offer on one kind of host."""
    found = []
    for config in apps.get_app_configs():
        if config.name.startswith(("juxian.", "tenants.")) and module_has_submodule(config.module, "urls"):
            routes = getattr(import_module(f"{config.name}.urls"), kind, None)
            if routes:
                found.append((config.label, routes))
    return found


def api(kind: str) -> Routes:
    """`<app label>/…` for every app that offers this kind of API."""
    return [path(f"{label}/", include(routes)) for label, routes in offered(kind)]


def pages(kind: str) -> Routes:
    """Server-rendered pages, in the order of the installed apps."""
    return [route for _, routes in offered(kind) for route in routes]
