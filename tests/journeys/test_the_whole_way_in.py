"""From signing up to a certificate: an expert on a phone, the employer, two reviewers, the public, and staff in the browser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import expect

PLACE = "henan-oh"
NEW_PASSWORD = "journey-Way-In-2026"
_numbers = count(int(datetime.now(tz=UTC).timestamp()))
_WORDS = "竹溪云舒青禾远山明月清河南星北辰子衿若谷"
NAME = "苏" + "".join(_WORDS[next(_numbers) // base % len(_WORDS)] for base in (1, 20))
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


def _identity_number(order: int) -> str:
    digits = f"41010119740615{order % 500 * 2:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11]


@pytest.fixture
def clock(visitor: Any) -> Iterator[Any]:
    """Moves the business clock as an operator does, and puts it back."""
    operator = visitor()
    operator.sign_in("ops.operator", "ops", "/")

    def move(to: datetime) -> None:
        status, told = operator.api("POST", "/api/operations/clock", {"at": to.isoformat()})
        assert status == 200, told

    yield move
    operator.api("DELETE", "/api/operations/clock")


def _signed_up(person: Any, order: int) -> str:
    """A new account, made by the person on the identity host."""
    page = person.go("id", "/signup/")
    username = f"way{order}"
    page.fill("input[name=username]", username)
    page.fill("input[name=real_name]", NAME)
    page.fill("input[name=password1]", NEW_PASSWORD)
    page.fill("input[name=password2]", NEW_PASSWORD)
    page.get_by_role("main").get_by_role("button").last.click()
    page.wait_for_load_state("networkidle")
    return username


def _profile(person: Any, employer: str, order: int) -> None:
    sections = {
        "basic": {"identity_number": _identity_number(order), "sex": "female", "birth_date": "1974-06-15"},
        "contact": {"phone": f"139{order % 10**8:08d}"},
        "work": {"employer": employer, "post": "科长", "field_since": "2001-07-01", "retired": False},
        "education": {"education": "master", "title": "主任医师", "title_since": "2016-12-01"},
    }
    version = person.api("GET", "/api/profiles/profile")[1]["version"]
    for section, values in sections.items():
        body = {"section": section, "values": values, "version": version}
        status, answer = person.api("PATCH", "/api/profiles/profile", body)
        assert status == 200, answer
        version = answer["version"]


def _employer(visitor: Any) -> str:
    """The name of the employer whose user endorses in this journey."""
    person = visitor()
    person.sign_in(f"{PLACE}.employer_user1", PLACE, "/desk/")
    scope = person.api("GET", "/api/session")[1]["scopes"][0]["id"]
    intake = visitor()
    intake.sign_in(f"{PLACE}.intake", PLACE, "/desk/")
    return str(intake.api("GET", f"/api/workspace/employers/{scope}")[1]["name"])


def _apply(person: Any) -> str:
    """Begin with consent, choose a group, upload the proofs, promise and submit; returns the application's id."""
    page = person.go("my", f"/agencies/{PLACE}")
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="开始申报").first.click()
    page.wait_for_url(f"**/agencies/{PLACE}/apply/*")
    application = str(page.url.rstrip("/").rsplit("/", 1)[1])
    path = f"/at/{PLACE}/api/recruitment/applications/{application}"
    mine = person.api("GET", path)[1]
    groups = next(section for section in mine["sections"] if section["key"] == "groups")["fields"][0]["choices"]
    page.goto(page.url + "/groups", wait_until="networkidle")
    page.get_by_role("combobox").first.click()
    page.locator(".ant-select-item-option", has_text=groups[0]["label"]).first.click()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="下一节").click()
    page.wait_for_load_state("networkidle")
    page.goto(person.platform.address("my", f"/agencies/{PLACE}/apply/{application}/files"), wait_until="networkidle")
    for index in range(len(mine["file_kinds"])):
        page.locator("input[type=file]").nth(index).set_input_files(
            {"name": f"证明{index}.pdf", "mimeType": "application/pdf", "buffer": PDF}
        )
        expect(page.get_by_text(f"证明{index}.pdf").first).to_be_visible()
    page.get_by_role("button", name="核对并提交").click()
    assert person.accessible() == []
    for tick in page.get_by_role("checkbox").all():
        tick.check()
    page.get_by_role("button", name="提交申报").click()
    page.wait_for_url("**/applications/*receipt=1")
    expect(page.get_by_text(re.compile(r"SQ20\d\d-\d{5}")).first).to_be_visible()
    return application


def _decide(visitor: Any, role: str, application: str, *, refused: str = "") -> None:
    """Decide in the browser: every judgement is a yes with its ground, then 同意."""
    person = visitor()
    page = person.sign_in(f"{PLACE}.{role}", PLACE, f"/desk/applications/{application}")
    panel = page.locator("section", has=page.get_by_role("heading", name="办理意见"))
    expect(panel.get_by_role("button", name="同意", exact=True)).to_be_visible()
    for choice in panel.get_by_role("radio", name="是").all():
        choice.check()
    for ground in panel.get_by_placeholder("判断的依据").all():
        ground.fill("材料和面谈核实")
    panel.locator("#decision-reason").fill("材料齐全，同意")
    panel.get_by_role("button", name="同意", exact=True).click()
    if refused:
        expect(panel.get_by_text(refused, exact=False).first).to_be_visible()
        return
    expect(page.get_by_text("已办理，记入办理记录").first).to_be_visible()


def _on_notice(visitor: Any, application: str) -> str:
    """A notice over this person alone, drawn up by intake and published by the approver; returns its id."""
    intake, approver = visitor(), visitor()
    intake.sign_in(f"{PLACE}.intake", PLACE, "/desk/notices")
    body = {"title": "拟聘专家名单公示（走查）", "applications": [application]}
    status, notice = intake.api("POST", "/api/recruitment/notices", body)
    assert status == 201, notice
    page = approver.sign_in(f"{PLACE}.approver", PLACE, f"/desk/notices/{notice['id']}")
    page.get_by_role("button", name="发布公示").click()
    page.get_by_role("dialog").get_by_role("button", name="发布公示").click()
    expect(page.get_by_text("公示中").first).to_be_visible()
    assert approver.accessible() == []
    return str(notice["id"])


def _object(visitor: Any, notice: str) -> Any:
    """Somebody of the public reads the notice and objects; returns the page with the receipt."""
    stranger = visitor("phone")
    page = stranger.go(PLACE, f"/notices/{notice}/")
    expect(page.get_by_text(NAME)).to_be_visible()
    expect(page.get_by_text("还有", exact=False).first).to_be_visible()
    assert "139" not in page.get_by_role("table").inner_text()
    assert stranger.accessible() == []
    page.get_by_role("link", name="提出异议").click()
    page.select_option("select[name=entry]", index=1)
    page.fill("textarea[name=text]", "该同志的工作年限与公开信息不一致，请核实。")
    assert stranger.accessible() == []
    page.get_by_role("button", name="提交异议").click()
    expect(page.get_by_text("处理中")).to_be_visible()
    return page


def _settle(visitor: Any, notice: str) -> None:
    approver = visitor()
    page = approver.sign_in(f"{PLACE}.approver", PLACE, f"/desk/notices/{notice}")
    page.get_by_role("button", name="异议不成立").click()
    page.get_by_role("dialog").get_by_role("textbox").fill("经核实，年限属实")
    page.get_by_role("dialog").get_by_role("button", name="异议不成立").click()
    expect(page.get_by_text("异议已处理").first).to_be_visible()


def _state(visitor: Any, application: str) -> tuple[str, str]:
    intake = visitor()
    intake.sign_in(f"{PLACE}.intake", PLACE, "/desk/")
    shown = intake.api("GET", f"/api/recruitment/applications/{application}")[1]
    return shown["state"], shown["stage"]


def _until(visitor: Any, application: str, stage: str) -> None:
    intake = visitor()
    page = intake.sign_in(f"{PLACE}.intake", PLACE, "/desk/")
    for _ in range(60):
        if intake.api("GET", f"/api/recruitment/applications/{application}")[1]["stage"] == stage:
            return
        page.wait_for_timeout(500)
    raise AssertionError(f"the application did not come to {stage}")


def _appoint(visitor: Any, application: str) -> dict[str, Any]:
    """Appointed on the page of those who wait; returns the appointment."""
    approver = visitor()
    approver.sign_in(f"{PLACE}.approver", PLACE, "/desk/appointing")
    body = {"applications": [application], "reason": "公示无异议"}
    status, made = approver.api("POST", "/api/recruitment/appointments", body)
    assert status == 200, made
    found = approver.api("GET", f"/api/appointments/appointments?search={NAME}")[1]["results"]
    return dict(found[0])


def test_an_expert_applies_is_reviewed_objected_to_appointed_and_can_be_checked(visitor: Any, clock: Any) -> None:
    order = next(_numbers)
    employer = _employer(visitor)
    expert = visitor("phone")
    username = _signed_up(expert, order)
    expert.sign_in(username, "my", "/", password=NEW_PASSWORD)
    _profile(expert, employer, order)
    application = _apply(expert)
    _decide(visitor, "employer_user1", application)
    _decide(visitor, "first_reviewer", application)
    _decide(visitor, "second_reviewer", application)
    notice = _on_notice(visitor, application)
    receipt = _object(visitor, notice)
    assert _state(visitor, application) == ("held", "notice")
    _settle(visitor, notice)
    receipt.reload()
    expect(receipt.get_by_text("经核实，年限属实")).to_be_visible()
    approver = visitor()
    approver.sign_in(f"{PLACE}.approver", PLACE, "/desk/")
    deadline = approver.api("GET", f"/api/recruitment/notices/{notice}")[1]["deadline"]
    clock(datetime.fromisoformat(f"{deadline['day']}T12:00:00+08:00") + timedelta(days=1))
    _until(visitor, application, "appointment")
    appointment = _appoint(visitor, application)
    page = visitor("phone").go(PLACE, "/certificates/" + appointment["check_url"].split("/certificates/")[1])
    expect(page.get_by_text("聘书真实有效")).to_be_visible()
    expect(page.get_by_text(NAME)).to_be_visible()
    stranger = visitor()
    stranger.sign_in("region-ph.intake", "region-ph", "/desk/")
    assert stranger.api("GET", f"/api/recruitment/applications/{application}")[0] == 404
    assert stranger.api("GET", f"/api/recruitment/notices/{notice}")[0] == 404
