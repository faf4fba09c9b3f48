"""Every decided case of every installed policy is answered as expected."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

from rulebook import Policy, cases

POLICIES: dict[str, Policy] = {entry.name: entry.load() for entry in entry_points(group="juxian.policies")}
CASES = [(policy, case) for policy in POLICIES.values() for case in cases.load(policy)]


@pytest.mark.parametrize(
    ("policy", "case"), CASES, ids=[f"{policy.key}-{case.clause}-{case.name}" for policy, case in CASES]
)
def test_case(policy: Policy, case: cases.DecidedCase) -> None:
    assert cases.run(policy, case).answer == cases.worded(case.expect), f"{case.file}:{case.line}"
