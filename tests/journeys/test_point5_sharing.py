"""Two pools share through an agreement: nothing before it, names by consent, the province's own door, nothing after it."""

from __future__ import annotations

import re
import uuid
from datetime import datetime, timedelta
from typing import Any

from playwright.sync_api import expect

PROVINCE, NEIGHBOUR, STRANGER = "henan-titles", "yunmeng-titles", "henan-oh"
AGREEMENTS = "/api/sharing/agreements"
GRACE = 20_000
STATED = {"review_level": "associate_senior", "retirement_category": "55"}
YOUNG = (*range(1, 10), *range(12, 17))


def _agree(page: Any, button: str, text: str = "") -> None:
    """Press a button and the same one in the dialog that asks for a reason."""
    page.get_by_role("button", name=button, exact=True).first.click()
    dialog = page.get_by_role("dialog")
    if text:
        dialog.get_by_role("textbox").last.fill(text)
    dialog.get_by_role("button", name=button, exact=True).click()
    expect(dialog).to_be_hidden(timeout=GRACE)


def _choose(page: Any, label: str, text: str) -> None:
    page.get_by_label(label, exact=True).click()
    page.locator(".ant-select-dropdown:visible .ant-select-item-option").filter(has_text=text).first.click()
    expect(page.locator(".ant-select-dropdown:visible")).to_have_count(0)


def _clear(visitor: Any) -> None:
    """An agreement that an earlier visit left behind is ended: one at a time may stand between two pools."""
    approver = visitor()
    approver.sign_in(f"{PROVINCE}.approver", PROVINCE, "/desk/sharing")
    for row in approver.api("GET", f"{AGREEMENTS}?page_size=100")[1]["results"]:
        deed = {"offered": "refuse", "active": "revoke"}.get(row["state"])
        if deed and row["partner"]["slug"] == NEIGHBOUR:
            approver.api("POST", f"{AGREEMENTS}/{row['id']}/{deed}", {"reason": "重新签署"})


def _propose(manager: Any) -> str:
    """The province's pool manager proposes to use the neighbour's pool, without an assessment yet."""
    page = manager.sign_in(f"{PROVINCE}.pool_manager", PROVINCE, "/desk/sharing")
    page.get_by_role("button", name="提出共享协议").click()
    _choose(page, "对方机构", "云梦泽省")
    page.get_by_label("我方使用对方库").check()
    page.get_by_label(re.compile("交流入库")).check()
    today = datetime.fromisoformat(manager.api("GET", "/api/operations/clock")[1]["now"]).date()
    for index, on in enumerate((today, today + timedelta(days=365))):
        box = page.locator(".ant-modal .ant-picker-range input").nth(index)
        box.click()
        box.fill(on.isoformat())
        box.press("Enter")
    page.get_by_label("用途说明").fill("补充本省紧缺专业的评审力量")
    page.get_by_role("dialog").get_by_role("button", name="保存").click()
    page.wait_for_url(re.compile(r"/desk/sharing/[0-9a-f-]{36}$"))
    expect(page.get_by_text("等待签署").first).to_be_visible()
    return str(page.url.rsplit("/", 1)[1])


def _nothing_is_seen(manager: Any, agreement: str) -> None:
    page = manager.go(PROVINCE, f"/desk/sharing/{agreement}")
    expect(page.get_by_text("协议没有生效，看不到对方库的内容")).to_be_visible()
    status, refused = manager.api("GET", f"{AGREEMENTS}/{agreement}/catalogue")
    assert (status, "named" in str(refused)) == (409, False), refused
    status, _ = manager.api("POST", f"{AGREEMENTS}/{agreement}/invite", {"ref": str(uuid.uuid4())})
    assert status == 409


def _sign(visitor: Any, place: str, agreement: str, state: str) -> Any:
    approver = visitor()
    page = approver.sign_in(f"{place}.approver", place, f"/desk/sharing/{agreement}")
    _agree(page, "签署")
    expect(page.get_by_text(state).first).to_be_visible(timeout=GRACE)
    return approver


def _in_force(visitor: Any, manager: Any) -> str:
    """Proposed, assessed, signed by one side and then by the other; before that nothing is seen."""
    agreement = _propose(manager)
    _nothing_is_seen(manager, agreement)
    approver = visitor()
    approver.sign_in(f"{PROVINCE}.approver", PROVINCE, f"/desk/sharing/{agreement}")
    assert approver.api("POST", f"{AGREEMENTS}/{agreement}/sign", {})[0] == 409
    _agree(manager.page, "填写影响评估", "只提供姓名、专业、职称和单位；不同意的人只计入人数；撤销后立即停止。")
    expect(manager.page.get_by_text("不同意的人只计入人数", exact=False).first).to_be_visible()
    assert manager.accessible() == []
    _sign(visitor, PROVINCE, agreement, "等待签署")
    _nothing_is_seen(manager, agreement)
    _sign(visitor, NEIGHBOUR, agreement, "生效中")
    return agreement


def _catalogue(manager: Any, agreement: str) -> dict[str, Any]:
    status, found = manager.api("GET", f"{AGREEMENTS}/{agreement}/catalogue")
    assert status == 200, found
    return dict(found)


def _consenting(visitor: Any, agreement: str) -> tuple[Any, str]:
    """An expert of the neighbour's pool, not in the province's yet, consents on the phone; answers with the name."""
    for number in YOUNG:
        expert = visitor("phone")
        page = expert.sign_in(f"{NEIGHBOUR}.e{number:03d}", "my", "/me/sharing")
        places = expert.api("GET", "/api/profiles/gathered/memberships")[1]
        if PROVINCE in str(places) or PROVINCE in str(expert.api("GET", "/api/profiles/gathered/applications")[1]):
            continue
        row = page.locator("li", has_text="河南省").filter(has_text="只计入人数")
        expect(row.get_by_text("我可以随时撤回", exact=False)).to_be_visible()
        assert expert.accessible() == []
        row.get_by_role("button", name="同意公开姓名").click()
        expect(page.get_by_text("已同意公开姓名").first).to_be_visible(timeout=GRACE)
        mine = expert.api("GET", "/api/sharing/consents")[1]
        assert [one["state"] for one in mine if one["id"] == agreement] == ["given"]
        return expert, str(expert.api("GET", "/api/session")[1]["account"]["name"])
    raise AssertionError("nobody is left who is not in the province's pool")


def _invite(manager: Any, agreement: str, name: str) -> None:
    page = manager.go(PROVINCE, f"/desk/sharing/{agreement}")
    row = page.get_by_role("row").filter(has_text=name)
    expect(row).to_have_count(1)
    assert manager.accessible() == []
    row.get_by_role("button", name="邀请").click()
    dialog = page.get_by_role("dialog")
    _choose(page, "邀请到哪个专业组", "工程")
    dialog.get_by_role("textbox").fill("请参加本省评审")
    dialog.get_by_role("button", name="发出邀请", exact=True).click()
    expect(page.get_by_text("邀请已发出").first).to_be_visible(timeout=GRACE)


def _accept(expert: Any) -> str:
    """Accepted on the phone; answers with the case that this opened at the province."""
    page = expert.go("my", "/invitations")
    expect(page.get_by_text("邀请您入库").first).to_be_visible()
    assert expert.accessible() == []
    page.get_by_role("button", name="接受", exact=True).click()
    expect(page.get_by_text("按程序审核中").first).to_be_visible(timeout=GRACE)
    gathered = expert.api("GET", "/api/profiles/gathered/applications")[1]
    rows = gathered if isinstance(gathered, list) else gathered["results"]
    return str(next(row["id"] for row in rows if PROVINCE in str(row)))


def _through_the_door(visitor: Any, expert: Any, case: str) -> None:
    """The province's own conditions: facts it adds, its judgement, its invitation; the expert's pledges; appointment."""
    office = visitor()
    page = office.sign_in(f"{PROVINCE}.title_office", PROVINCE, f"/desk/applications/{case}")
    path = f"/api/recruitment/applications/{case}"
    early = office.api("GET", path)[1]
    assert (early["door"], early["stage"]) == ("exchange", "selection"), early
    asked = {one["fact"] for one in early["missing_facts"]}
    known = {key: value for key, value in STATED.items() if key in asked}
    status, answer = office.api("POST", f"{path}/facts", {"facts": known, "reason": "按协议参加副高级评审，档案核实"})
    assert status == 200, answer
    page.reload(wait_until="networkidle")
    panel = page.locator("section", has=page.get_by_role("heading", name="办理意见"))
    for choice in panel.get_by_role("radio", name="是").all():
        choice.check()
    for ground in panel.get_by_placeholder("判断的依据").all():
        ground.fill("对方库的记录和本人档案")
    panel.locator("#decision-reason").fill("符合本库条件")
    assert office.accessible() == []
    panel.get_by_role("button", name="同意", exact=True).click()
    expect(page.get_by_text("已办理，记入办理记录").first).to_be_visible(timeout=GRACE)
    status, answer = office.api("POST", f"{path}/decide", {"outcome": "pass", "reason": "邀请"})
    assert (status, answer.get("stage")) == (200, "acceptance"), answer
    _pledge(expert, case)
    page = office.go(PROVINCE, "/desk/appointing")
    page.get_by_role("row").filter(has_text=early["number"]).get_by_role("checkbox").check()
    _agree(page, "聘任所选 1 人", "交流入库")
    assert office.api("GET", path)[1]["state"] == "accepted"


def _pledge(expert: Any, case: str) -> None:
    page = expert.go("my", f"/agencies/{PROVINCE}/applications/{case}")
    expect(page.get_by_text("请您答复", exact=False).first).to_be_visible()
    for tick in page.get_by_role("checkbox").all():
        tick.check()
    assert expert.accessible() == []
    _agree(page, page.locator(".equal-buttons button").first.inner_text())


def _in_the_pool(visitor: Any, name: str) -> None:
    manager = visitor()
    manager.sign_in(f"{PROVINCE}.pool_manager", PROVINCE, "/desk/experts")
    found = manager.api("GET", f"/api/experts/experts?search={name}&state=in_pool&page_size=100")[1]["results"]
    assert any(row["door"] == "exchange" for row in found), found


def _no_new_use(visitor: Any, manager: Any, agreement: str, ref: str) -> None:
    """The neighbour revokes: nothing more is seen or invited, what was done stays."""
    approver = visitor()
    page = approver.sign_in(f"{NEIGHBOUR}.approver", NEIGHBOUR, f"/desk/sharing/{agreement}")
    _agree(page, "撤销协议", "对方库改组，不再共享")
    expect(page.get_by_text("已撤销").first).to_be_visible(timeout=GRACE)
    _nothing_is_seen(manager, agreement)
    assert manager.api("POST", f"{AGREEMENTS}/{agreement}/invite", {"ref": ref})[0] == 409


def _a_stranger_sees_nothing(visitor: Any, agreement: str) -> None:
    stranger = visitor()
    stranger.sign_in(f"{STRANGER}.approver", STRANGER, "/desk/sharing")
    assert stranger.api("GET", f"{AGREEMENTS}/{agreement}")[0] == 404
    assert stranger.api("POST", f"{AGREEMENTS}/{agreement}/revoke", {"reason": "试一试"})[0] == 404
    assert agreement not in str(stranger.api("GET", f"{AGREEMENTS}?page_size=100")[1])
    manager = visitor()
    manager.sign_in(f"{STRANGER}.pool_manager", STRANGER, "/desk/sharing")
    assert manager.api("GET", f"{AGREEMENTS}/{agreement}/catalogue")[0] == 404


def test_a_neighbours_expert_comes_by_the_exchange_door_and_nobody_does_after_revocation(visitor: Any) -> None:
    _clear(visitor)
    manager = visitor()
    agreement = _in_force(visitor, manager)
    before = _catalogue(manager, agreement)
    assert (before["matching"] >= 300, before["named"]) == (True, [])
    expert, name = _consenting(visitor, agreement)
    found = _catalogue(manager, agreement)
    assert (found["matching"], [one["name"] for one in found["named"]]) == (before["matching"], [name])
    _a_stranger_sees_nothing(visitor, agreement)
    _invite(manager, agreement, name)
    case = _accept(expert)
    _through_the_door(visitor, expert, case)
    _in_the_pool(visitor, name)
    _no_new_use(visitor, manager, agreement, found["named"][0]["ref"])
