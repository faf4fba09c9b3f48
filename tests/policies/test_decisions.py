"""What a person is told: reasons, remedies, waivers; and what the declarations mean in use."""

from __future__ import annotations

from datetime import date
from importlib.metadata import entry_points
from typing import Any

import pytest

from rulebook import Change, FactError, Policy, RuleRefusal, Waiver, compare

POLICIES: dict[str, Policy] = {entry.name: entry.load() for entry in entry_points(group="juxian.policies")}
HENAN = POLICIES["henan_occupational_health"]
TITLES = POLICIES["henan_professional_titles"]
INJURY = POLICIES["chongqing_injury_prevention"]
PRACTICE = POLICIES["chongqing_general_practice"]
TODAY = date(2026, 11, 23)


def _find(policy: Policy, rule: str, facts: dict[str, Any], **more: Any) -> Any:
    tier = more.pop("tier", policy.tiers[0].key)
    return policy.decide(tier=tier, facts=facts, on=TODAY, only=[rule], **more).findings[0]


def test_a_refusal_names_article_fact_threshold_and_the_way_out() -> None:
    finding = _find(HENAN, "age", {"birth_date": date(1960, 11, 23)})
    assert finding.cite == "第七条（四）"
    assert finding.facts == {"age": 66}
    assert finding.thresholds == {"age_max": 65}
    assert (
        finding.message
        == "第七条（四）（年龄）要求：原则上年龄不超过65周岁（可经“年龄放宽”豁免）。现有情况：年龄：66周岁，不符合。"
    )
    assert finding.message_en == (
        "第七条（四） (age) requires: in principle age at most 65 years (waivable: age relaxed). Now age: 66 years: not met."
    )
    assert finding.remedy == "取得“年龄放宽”（写明批准人和理由）"


def test_the_remedy_of_missing_years_is_the_day_they_are_full() -> None:
    facts = {"title": "副教授", "title_since": date(2024, 2, 29), "review_level": "associate_senior"}
    assert _find(TITLES, "title", facts).remedy == "取得现职称年限由2年变为不少于3年（2027年3月1日起满足）"


def test_the_remedy_takes_the_easier_of_two_ways() -> None:
    facts = {"title": "副教授", "employer_kind": "university", "emergency_qualification": False}
    assert _find(INJURY, "title", facts).remedy == "具有重庆市应急管理专家资格：由“否”变为“是”"


def test_an_expert_of_a_lower_level_is_pointed_to_the_level_that_fits() -> None:
    facts = {"title": "副教授", "title_years": 20, "review_level": "full_senior"}
    assert _find(TITLES, "title", facts).remedy == "申请评审的级别由正高级变为副高级"


def test_nobody_is_told_to_state_what_is_not_so() -> None:
    assert _find(TITLES, "no_breaches", {"no_breaches": False}).remedy == "本人能够如实声明“本人没有违法违纪等不良记录”"
    assert _find(HENAN, "depth", {"field_depth": False}).remedy == "初审人认定“专业造诣和经验符合要求”"
    listed = {"integrity_stated": True, "unit_vouches": True, "on_blacklist": True}
    assert _find(HENAN, "integrity", listed).remedy == "“列入诚信黑名单”的记录已解除"


def test_the_remedy_names_every_step_that_is_needed() -> None:
    facts = {"hours_offered": 20, "works_online": False}
    finding = _find(PRACTICE, "capacity", facts)
    assert (
        finding.remedy
        == "承诺每年参与质控工作时间由20小时变为不少于40小时；本人能够如实声明“本人能熟练使用线上办公、远程评审等信息技术工具”"
    )


def test_what_nobody_can_change_has_no_remedy() -> None:
    finding = _find(TITLES, "retirement", {"birth_date": date(1960, 1, 1), "sex": "male"})
    assert (finding.verdict, finding.remedy, finding.waivable) == ("no", "", False)
    assert finding.thresholds == {"retirement_date": date(2020, 1, 1)}
    assert "法定退休日期：2020年1月1日" in finding.message


def test_an_undecided_finding_says_what_to_supply_and_who_judges() -> None:
    finding = _find(INJURY, "title", {"title": "高级工程师"})
    assert (finding.verdict, finding.missing) == ("undecided", ("employer_kind", "emergency_qualification"))
    assert finding.remedy == "请补充：单位性质、具有重庆市应急管理专家资格"
    assert _find(INJURY, "ability", {}).judge == "first_reviewer"


def test_a_waiver_that_lifts_a_miss_is_named_in_the_finding() -> None:
    waiver = Waiver("age_relaxed", granted_by="中心主任", reason="急需")
    finding = _find(HENAN, "age", {"age": 70}, waivers=[waiver])
    assert (finding.verdict, finding.waived) == ("yes", "age_relaxed")
    assert "已获“年龄放宽”" in finding.message
    assert _find(HENAN, "age", {"age": 60}, waivers=[waiver]).waived == ""


def test_an_unknown_waiver_fact_or_value_is_refused_with_a_reason() -> None:
    with pytest.raises(FactError, match="没有事实"):
        _find(HENAN, "age", {"aeg": 70})
    with pytest.raises(FactError, match="应为日期"):
        _find(HENAN, "age", {"birth_date": "1960-01-01"})
    with pytest.raises(FactError, match="没有取值"):
        _find(INJURY, "title", {"employer_kind": "uni"})
    with pytest.raises(RuleRefusal) as refusal:
        _find(HENAN, "age", {"age": 70}, waivers=[Waiver("title_relaxed", "主任", "急需")])
    assert refusal.value.code == "waiver_unknown"


def test_a_decision_is_plain_json() -> None:
    import json

    decision = TITLES.decide(tier="city", facts={"birth_date": date(1970, 1, 1), "sex": "female"}, on=TODAY)
    kept = json.loads(json.dumps(decision.to_dict(), ensure_ascii=False))
    assert (kept["policy"], kept["version"], kept["tier"], kept["day"]) == (
        "henan_professional_titles",
        "1",
        "city",
        "2026-11-23",
    )
    assert len(kept["findings"]) == len(TITLES.rules("city", TODAY))


def test_a_form_asks_for_inputs_not_for_what_is_calculated_from_them() -> None:
    keys = [spec.key for spec in HENAN.form_facts("province", TODAY)]
    assert "birth_date" in keys
    assert "title" in keys
    assert not {"age", "title_level", "field_years"} & set(keys)


def test_an_agencys_own_stricter_value_decides_from_its_day() -> None:
    changes = [Change("years_local", 6, date(2026, 6, 1))]
    facts = {"title": "主治医师", "gp_registration": "primary", "experience_years": 5}
    before = PRACTICE.parameters.on(date(2026, 5, 31), changes)
    after = PRACTICE.parameters.on(date(2026, 6, 1), changes)
    rule = "local_qualification"
    assert _find(PRACTICE, rule, facts, tier="district", parameters=before).verdict == "yes"
    assert _find(PRACTICE, rule, facts, tier="district", parameters=after).verdict == "no"
    assert after.changed == frozenset({"years_local"})


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change("nothing", 1, TODAY), "parameter_unknown"),
        (Change("term_years", 5, TODAY), "parameter_fixed"),
        (Change("key_staff_years", 4, TODAY), "parameter_laxer"),
        (Change("key_staff_age", 55, TODAY), "parameter_laxer"),
        (Change("age_max", 70, TODAY), "parameter_unfiled"),
        (Change("age_max", "七十", TODAY), "parameter_value"),
        (Change("age_max", True, TODAY), "parameter_value"),
        (Change("age_max", -1, TODAY), "parameter_value"),
        (Change("absence_year_kind", "lunar", TODAY, filed_with="省卫健委"), "parameter_value"),
    ],
)
def test_a_change_that_the_text_does_not_allow_is_refused_naming_the_clause(change: Change, code: str) -> None:
    with pytest.raises(RuleRefusal) as refusal:
        HENAN.parameters.check(change, cite="第七条")
    assert refusal.value.code == code


def test_an_unchanged_value_may_always_be_stated() -> None:
    HENAN.parameters.check(Change("term_years", 3, TODAY))


def test_a_lower_tier_compares_with_the_superiors_values() -> None:
    superior = PRACTICE.parameters.on(TODAY, [Change("years_local", 7, date(2026, 1, 1))])
    with pytest.raises(RuleRefusal):
        PRACTICE.parameters.check(Change("years_local", 6, TODAY), base=superior)
    PRACTICE.parameters.check(Change("years_local", 8, TODAY), base=superior)


def test_two_versions_over_one_pool_show_who_newly_fails_or_passes() -> None:
    rows = [{"age": 60}, {"age": 64}, {"age": 70}, {"age": None}]
    before = HENAN.filter_rows("province", rows, TODAY)
    stricter = HENAN.filter_rows("province", rows, TODAY, HENAN.parameters.on(TODAY).with_values(age_max=62))
    found = {item.rule: item for item in compare.versions(before=before, after=stricter)}
    assert found["age"].newly_no.tolist() == [1]
    assert found["age"].changed == 1
    assert found["health"].changed == 0
    with pytest.raises(ValueError, match="not one pool"):
        compare.versions(before=before, after=HENAN.filter_rows("province", rows[:2], TODAY))


def test_the_rules_page_reads_as_sentences_with_present_values() -> None:
    rules = {rule.key: rule for rule in HENAN.rules("province", TODAY)}
    parameters = HENAN.parameters.on(TODAY)
    assert HENAN.sentence(rules["age"], parameters=parameters) == "原则上年龄不超过65周岁（可经“年龄放宽”豁免）"
    assert HENAN.sentence(rules["age"], parameters=parameters.with_values(age_max=60), lang="en") == (
        "in principle age at most 60 years (waivable: age relaxed)"
    )


def test_the_sixth_group_bears_the_name_the_agency_gives_it() -> None:
    group = HENAN.groups.by_key["named_by_agency"]
    parameters = HENAN.parameters.on(TODAY)
    assert group.named(parameters) == "机构指定专业组"
    assert group.named(parameters.with_values(sixth_group="职业心理")) == "职业心理"
    assert HENAN.groups.by_key["quality_control"].named(parameters) == "质量控制"


def test_a_pool_is_refused_the_same_wrong_values_as_one_person() -> None:
    for wrong in ({"age": "66"}, {"age": True}, {"birth_date": "1960-01-01"}, {"title": 5}, {"healthy": "yes"}):
        with pytest.raises(FactError):
            HENAN.decide(tier="province", facts=wrong, on=TODAY)
        with pytest.raises(FactError):
            HENAN.filter_rows("province", [{"age": 40}, wrong], TODAY)
        with pytest.raises(FactError):
            HENAN.filter_rows("province", [{"aeg": 40}], TODAY)


def test_doors_follow_the_tier() -> None:
    assert TITLES.doors("province") == ("recommendation", "invitation", "exchange")
    assert TITLES.doors("city") == ("recommendation",)
    with pytest.raises(KeyError, match="no tier"):
        TITLES.doors("village")


def test_rows_with_different_facts_keep_them_all() -> None:
    rows: list[dict[str, Any]] = [{"age": 60}, {"healthy": False}]
    result = HENAN.filter_rows("province", rows, TODAY)
    assert result.of("age").tolist() == [1, 0]
    assert result.of("health").tolist() == [0, -1]
