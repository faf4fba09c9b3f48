"""Every role counts for its own permissions alone: rights narrowed to a unit are not widened by a role beside them."""

from __future__ import annotations

from uuid import uuid4

import pytest

from juxian.common.actors import Actor
from juxian.identity import roles


def holding(*keys: str) -> Actor:
    return Actor(account_id=uuid4(), name="甲", roles=frozenset(keys))


@pytest.mark.parametrize(
    ("keys", "permission", "wide"),
    [
        (("unit_user",), "selection.request.view", False),
        (("unit_user", "employer_user"), "selection.request.view", False),
        (("unit_user", "intake"), "selection.request.view", False),
        (("unit_user", "supervisor"), "selection.request.view", True),
        (("employer_user", "draw_officer"), "recruitment.application.view", False),
        (("employer_user", "intake"), "recruitment.application.view", True),
        ((), "recruitment.application.view", False),
    ],
)
def test_a_narrowed_right_stays_narrow_unless_a_role_without_scope_gives_it(
    keys: tuple[str, ...], permission: str, wide: bool
) -> None:
    assert roles.everywhere(holding(*keys), permission) is wide
