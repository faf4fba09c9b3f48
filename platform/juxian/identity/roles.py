"""Roles as declared sets of permissions. What a role may do is read here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass

from juxian.common.actors import Actor
from juxian.common.texts import Text


@dataclass(frozen=True, slots=True)
class Role:
    """A role: where it is held, what it may, and to what it can be narrowed."""

    key: str
    title: Text
    permissions: frozenset[str]
    scope_kind: str = ""


def _role(key: str, zh: str, en: str, *permissions: str, scope_kind: str = "") -> Role:
    return Role(key, Text(zh, en), frozenset(permissions), scope_kind)


# Every member of staff sees their own to-do list and the agency's public facts.
_STAFF = (
    "workspace.todo.view",
    "workspace.settings.view",
    "workspace.document.add",
    "rules.view",
    "operations.job.view",
)
_READ_CASES = ("recruitment.campaign.view", "recruitment.application.view", "recruitment.notice.view")
_READ_POOL = ("experts.expert.view",)

AGENCY_ROLES: dict[str, Role] = {
    role.key: role
    for role in (
        _role(
            "intake",
            "受理人员",
            "Intake",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "recruitment.campaign.edit",
            "recruitment.application.intake",
            "recruitment.application.reveal",
            "recruitment.import",
            "recruitment.notice.draft",
            "workspace.employer.edit",
            "workspace.employer.view",
        ),
        _role(
            "first_reviewer",
            "初审人员",
            "First reviewer",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "recruitment.application.review",
            "recruitment.application.reveal",
        ),
        _role(
            "second_reviewer",
            "复审人员",
            "Second reviewer",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "recruitment.application.review",
            "recruitment.application.reveal",
        ),
        _role(
            "decider",
            "集体决定记录人",
            "Decision recorder",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "recruitment.resolution.record",
        ),
        _role(
            "title_office",
            "职改办",
            "Title-reform office",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "recruitment.application.review",
            "recruitment.application.reveal",
            "recruitment.invite",
            "appointments.appoint",
            "appointments.view",
            "committees.view",
            "selection.request.view",
            "selection.supervise",
        ),
        _role(
            "approver",
            "审批人",
            "Approver",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "recruitment.application.review",
            "recruitment.application.reveal",
            "recruitment.notice.publish",
            "recruitment.objection.settle",
            "recruitment.waiver.grant",
            "appointments.appoint",
            "appointments.view",
            "appointments.exit.decide",
            "committees.view",
            "selection.request.approve",
            "selection.request.view",
            "sharing.agreement.sign",
            "sharing.view",
        ),
        _role(
            "pool_manager",
            "专家库管理员",
            "Pool manager",
            *_STAFF,
            *_READ_CASES,
            *_READ_POOL,
            "experts.expert.edit",
            "experts.expert.reveal",
            "experts.export",
            "appointments.view",
            "recruitment.invite",
            "sharing.view",
            "sharing.agreement.propose",
            "sharing.catalogue.search",
            "sharing.invite",
            "workspace.employer.edit",
            "workspace.employer.view",
        ),
        _role(
            "draw_officer",
            "抽取人员",
            "Draw officer",
            *_STAFF,
            *_READ_POOL,
            "selection.request.view",
            "selection.request.edit",
            "selection.draw",
            "selection.open",
            "selection.invitation.manage",
            "committees.view",
            "committees.edit",
        ),
        _role(
            "supervisor",
            "监督人",
            "Supervisor",
            *_STAFF,
            "selection.request.view",
            "selection.supervise",
            "committees.view",
        ),
        _role(
            "auditor",
            "审计人员",
            "Auditor",
            *_STAFF,
            *_READ_CASES,
            "selection.request.view",
            "audit.view",
            "appointments.view",
            "sharing.view",
            "committees.view",
            "identity.grant.view",
        ),
        _role(
            "agency_admin",
            "机构管理员",
            "Agency administrator",
            *_STAFF,
            "identity.grant.view",
            "identity.grant.ask",
            "identity.grant.revoke",
            "workspace.settings.edit",
            "workspace.employer.view",
            "workspace.employer.edit",
            "sharing.view",
        ),
        _role(
            "security_admin",
            "安全管理员",
            "Security administrator",
            *_STAFF,
            "identity.grant.view",
            "identity.grant.decide",
            "identity.grant.revoke",
        ),
        _role(
            "unit_user",
            "专家使用单位",
            "Using unit",
            "workspace.todo.view",
            "rules.view",
            "selection.request.view",
            "selection.request.edit",
            "committees.view",
            "committees.edit",
            "operations.job.view",
            scope_kind="using_unit",
        ),
        _role(
            "employer_user",
            "所在单位",
            "Employer",
            "workspace.todo.view",
            "workspace.document.add",
            "rules.view",
            "recruitment.application.view",
            "recruitment.application.endorse",
            scope_kind="employer",
        ),
        _role(
            "district_user",
            "区县部门",
            "District",
            "workspace.todo.view",
            "workspace.document.add",
            "rules.view",
            "recruitment.application.view",
            "recruitment.application.forward",
            "recruitment.import",
            "operations.job.view",
            scope_kind="district",
        ),
        _role(
            "department_user",
            "主管部门",
            "Competent department",
            "workspace.todo.view",
            "workspace.document.add",
            "rules.view",
            "recruitment.application.view",
            "recruitment.application.forward",
            scope_kind="department",
        ),
    )
}

PLATFORM_ROLES: dict[str, Role] = {
    role.key: role
    for role in (
        _role(
            "operator", "平台运营", "Operator", "operations.agency.view", "operations.agency.open",
            "operations.job.view", "operations.health.view", "operations.policy.view", "operations.clock.move",
            "operations.calendar.edit", "identity.grant.view", "identity.grant.ask",
        ),
        _role(
            "security_officer", "平台安全管理员", "Security officer", "operations.health.view", "operations.security.view",
            "identity.grant.view", "identity.grant.decide", "identity.grant.revoke",
        ),
        _role(
            "audit_officer", "平台审计管理员", "Audit officer", "operations.audit.view", "operations.health.view",
            "operations.security.view", "operations.job.view", "identity.grant.view",
        ),
    )
}  # fmt: skip


def find(key: str, *, on_platform: bool) -> Role | None:
    """The role of that key in an agency or on the platform."""
    return (PLATFORM_ROLES if on_platform else AGENCY_ROLES).get(key)


def permissions_of(keys: frozenset[str], *, on_platform: bool) -> frozenset[str]:
    """All permissions that a set of roles gives."""
    held = (find(key, on_platform=on_platform) for key in keys)
    return frozenset(permission for role in held if role for permission in role.permissions)


def everywhere(actor: Actor, permission: str) -> bool:
    """Whether an actor holds a permission of an agency without being narrowed to a unit, an employer or a district.

    Each role counts for its own permissions alone: an employer's user who also draws sees no more applications for it.
    """
    held = (AGENCY_ROLES.get(key) for key in actor.roles)
    return actor.is_system or any(role and not role.scope_kind and permission in role.permissions for role in held)
