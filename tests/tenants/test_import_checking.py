"""The summary table: the two official examples, and how each kind of fault is told."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from juxian.common.errors import Refusal
from rulebook import titles
from tenants.demonstration.generator import SEED, summary
from tenants.recruitment.imports import checking, reading
from tenants.recruitment.imports.layout import HEADINGS, column_letter

DATA = Path(__file__).parents[1] / "data"
GROUPS = ("矿山", "危化", "建筑", "交通", "工贸", "消防", "职业卫生", "心理健康", "财务管理", "劳动保障", "综合管理")
PERSON = ("1", "贾平", "男", "500109196307224235", "某研究所", "副院长", "研究员", "矿山", "15502172033")
OTHER = ("2", "曹侠", "男", "500112196708312138", "某公司", "", "高级工程师", "建筑", "15502172034")


def check(content: bytes, **options) -> checking.Checked:
    names = {"find_group": {name: name for name in GROUPS}.get, "level_of": titles.level, "group_names": GROUPS}
    return checking.check(reading.read(content), **names | options)


def sheet(*rows, heading=tuple(heading.name for heading in HEADINGS), above=(), left=0) -> bytes:
    """A workbook with `above` rows, the heading and `rows`, beginning in column `left`."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        page = book.add_worksheet("推荐表")
        for number, cells in enumerate((*above, heading, *rows)):
            for index, cell in enumerate(cells):
                page.write(number, left + index, cell) if not isinstance(cell, str) else page.write_string(
                    number, left + index, cell
                )
    return target.getvalue()


def codes(*rows) -> list[tuple[int, str, str]]:
    return [(fault.row, fault.column, fault.code) for fault in check(sheet(*rows)).faults]


def changed(**cells) -> tuple:
    keys = [heading.key for heading in HEADINGS]
    return tuple(cells.get(key, value) for key, value in zip(keys, PERSON, strict=True))


def test_the_clean_table_gives_240_candidates_and_no_fault():
    checked = check((DATA / "annex2_clean.xlsx").read_bytes())
    assert (checked.total, len(checked.candidates), checked.faults) == (240, 240, ())
    first = checked.candidates[0]
    assert first == checking.Candidate(
        row=5,
        serial="1",
        name="邹梓芳",
        sex="male",
        identity_number="500109197012023975",
        birth_date=date(1970, 12, 2),
        unit="西部职业技术学院",
        post="副所长",
        title="教授",
        title_level="full_senior",
        groups=("工贸",),
        phone="13972434927",
    )


def test_the_messy_table_gives_exactly_the_listed_faults():
    with (DATA / "annex2_messy.faults.csv").open(encoding="utf-8") as listed:
        expected = [(int(row["row"]), row["fault"]) for row in csv.DictReader(listed)]
    checked = check((DATA / "annex2_messy.xlsx").read_bytes())
    assert [(fault.row, fault.code) for fault in checked.faults] == expected
    assert (checked.total, len(checked.candidates), checked.faulty_rows) == (80, 80 - len(expected), len(expected))


def test_what_the_messy_table_holds_beside_its_faults_is_brought_to_one_form():
    people = {person.row: person for person in check((DATA / "annex2_messy.xlsx").read_bytes()).candidates}
    assert people[5].phone == "15502172033"
    assert people[74].phone == "17721715696"
    assert (people[52].name, people[63].name) == ("林福峰", "蔡静宁")
    assert people[46].groups == ("劳动保障", "建筑", "消防")
    assert people[17].title_level == "associate_senior"


def test_every_fault_says_row_column_reason_and_help_in_both_languages():
    fault = check((DATA / "annex2_messy.xlsx").read_bytes()).faults[0]
    assert fault.to_dict() == {
        "row": 6,
        "column": "D",
        "heading": "身份证号码",
        "code": "duplicate_person",
        "reason": {"zh": "与第5行是同一人", "en": "The same person as in row 5"},
        "help": {
            "zh": "请只保留一行；兼报几个专业组的，写在同一行中。",
            "en": "Keep one row; several groups go into the same row.",
        },
    }


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        ({"name": " \u3000"}, ("B", "missing_name")),
        ({"sex": "？"}, ("C", "sex_unknown")),
        ({"sex": "女"}, ("C", "sex_contradicts_id")),
        ({"identity_number": ""}, ("D", "id_missing")),
        ({"identity_number": 5.00109196307224e17}, ("D", "id_as_number_lost_digits")),
        ({"identity_number": "500109630722423"}, ("D", "id_length")),
        ({"identity_number": "50010919630722423A"}, ("D", "id_characters")),
        ({"identity_number": "500109196313224231"}, ("D", "id_birth_date")),
        ({"identity_number": "500109196307224236"}, ("D", "id_checksum")),
        ({"unit": ""}, ("E", "missing_unit")),
        ({"unit": "单" * 121}, ("E", "too_long")),
        ({"title": ""}, ("G", "missing_title")),
        ({"title": "特级大师"}, ("G", "unknown_title")),
        ({"groups": ""}, ("H", "missing_group")),
        ({"groups": "矿山、航天"}, ("H", "unknown_group")),
        ({"phone": ""}, ("I", "phone_missing")),
        ({"phone": "1550217203"}, ("I", "phone_short")),
        ({"phone": "12502172033"}, ("I", "phone_not_mobile")),
    ],
)
def test_each_fault_stands_in_its_column(cells, fault):
    assert codes(changed(**cells)) == [(2, *fault)]


@pytest.mark.parametrize(
    "written",
    [
        "矿山、建筑",
        "矿山，建筑",
        "矿山,建筑",
        "矿山；建筑",
        " 矿 山 / 建筑 ",
        "矿山\n建筑",
        "矿山、建筑、矿山",
        "矿山　　建筑",
    ],
)
def test_groups_may_be_separated_as_people_do(written):
    assert check(sheet(changed(groups=written))).candidates[0].groups == ("矿山", "建筑")


def test_several_faults_of_a_row_stand_in_the_order_of_the_columns():
    assert codes(changed(name="", unit="", title="", phone="")) == [
        (2, "B", "missing_name"),
        (2, "E", "missing_unit"),
        (2, "G", "missing_title"),
        (2, "I", "phone_missing"),
    ]


def test_the_second_of_two_equal_people_is_the_faulty_row_even_where_the_numbers_are_unreadable():
    assert codes(PERSON, OTHER, changed(serial="3", unit="另一单位")) == [(4, "D", "duplicate_person")]
    lost = changed(identity_number=5.00109196307224e17)
    assert codes(lost, lost) == [
        (2, "D", "id_as_number_lost_digits"),
        (3, "D", "id_as_number_lost_digits"),
        (3, "D", "duplicate_person"),
    ]


def test_columns_are_found_by_name_wherever_they_stand():
    order = [8, 3, 1, 2, 4, 6, 5, 7, 0]
    names = [heading.name for heading in HEADINGS]
    names[3] = " 身份证号 "
    content = sheet(
        [PERSON[index] for index in order],
        heading=[names[index] for index in order],
        above=[["附件2"], ["推荐汇总表"], []],
        left=2,
    )
    table = reading.read(content)
    assert (table.heading_row, table.letter("identity_number"), table.lines[0].number) == (4, "D", 5)
    assert check(content).candidates[0].identity_number == PERSON[3]


def test_empty_rows_and_the_signatures_below_are_no_people():
    table = reading.read(sheet(PERSON, [], ["填表人：某", "", "", "审核人："], ["备注：以上属实"]))
    assert ([line.number for line in table.lines], [line.number for line in table.below]) == ([2], [4, 5])


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (sheet(PERSON, heading=["序号", "姓名", "性别"]), "recruitment.import_no_heading", "身份证号码、工作单位"),
        (sheet(), "recruitment.import_empty", "第 1 行"),
        (
            sheet((*PERSON, "x"), heading=[*(h.name for h in HEADINGS), "姓名"]),
            "recruitment.import_heading_twice",
            "B、J",
        ),
    ],
)
def test_a_table_in_another_layout_is_refused_with_what_is_missing(content, code, words):
    with pytest.raises(Refusal) as refused:
        reading.read(content)
    assert (refused.value.code, refused.value.status) == (code, 400)
    assert words in refused.value.message


def test_column_letters_go_on_after_z():
    assert [column_letter(index) for index in (0, 25, 26, 51, 52, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
    ]


def test_ten_thousand_rows_are_read_and_checked_whole_with_progress():
    target = io.BytesIO()
    assert summary.written(target, 10_000, seed=SEED, on=date(2026, 11, 24)) == 10_000
    told: list[tuple[int, int]] = []
    checked = check(target.getvalue(), progress=lambda done, total: told.append((done, total)))
    assert (checked.total, len(checked.candidates), checked.faults) == (10_000, 10_000, ())
    assert told[0] == (500, 10_000)
    assert told[-1] == (10_000, 10_000)
