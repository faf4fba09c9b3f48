"""The three front-end applications: one built page each, found through the build's manifest."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET


@lru_cache(maxsize=4)
def _manifest(path: Path, changed: float) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def entry(name: str) -> dict[str, list[str]] | None:
    """Scripts, styles and preloads of an entry, or None where the front end has not been built."""
    path = settings.FRONTEND_DIST / ".vite" / "manifest.json"
    if not path.exists():
        return None
    manifest = _manifest(path, path.stat().st_mtime)
    root = manifest[f"src/shells/{name}/main.tsx"]
    styles, preloads, seen = list(root.get("css", [])), [], set()
    waiting = list(root.get("imports", []))
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        chunk = manifest[key]
        preloads.append(chunk["file"])
        styles += chunk.get("css", [])
        waiting += chunk.get("imports", [])
    return {"scripts": [root["file"]], "styles": list(dict.fromkeys(styles)), "preloads": preloads}


def _shell(request: HttpRequest, name: str, title: str) -> HttpResponse:
    built = entry(name)
    if built is None:
        return render(request, "juxian/not_built.html", status=503)
    response = render(request, "juxian/shell.html", {"shell": name, "title": title, "built": built})
    response["Cache-Control"] = "no-cache"
    return response


@never_cache
@require_GET
def staff(request: HttpRequest) -> HttpResponse:
    """The staff application of an agency."""
    return _shell(request, "staff", request.realm.agency.short_name)


@never_cache
@require_GET
def expert(request: HttpRequest) -> HttpResponse:
    """The experts' application."""
    return _shell(request, "expert", "聚贤 · 专家")


@never_cache
@require_GET
def operator(request: HttpRequest) -> HttpResponse:
    """The operators' console."""
    return _shell(request, "ops", "聚贤 · 运营")
