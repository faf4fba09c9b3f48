"""What anybody sees without signing in, on a desk and on a phone."""

from __future__ import annotations

from typing import Any

import pytest

PAGES = [("", "/"), ("", "/mailbox/"), ("id", "/signin/"), ("id", "/signup/")]


@pytest.mark.parametrize("screen", ["desk", "phone"])
@pytest.mark.parametrize(("host", "path"), PAGES)
def test_the_page_is_accessible_and_fits_its_screen(visitor: Any, host: str, path: str, screen: str) -> None:
    person = visitor(screen)
    page = person.go(host, path)
    assert page.title()
    assert person.accessible() == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
