"""What goes back to people: the marked workbook, and the official table from data."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from juxian.common import identity_number
from rulebook import titles
from tenants.recruitment.imports import checking, marking, reading, writing

MESSY = (Path(__file__).parents[1] / "data" / "annex2_messy.xlsx").read_bytes()
GROUPS = ("矿山", "危化", "建筑", "交通", "工贸", "消防", "职业卫生", "心理健康", "财务管理", "劳动保障", "综合管理")
FAULTY = "FFFFD9D6"


def check(table: reading.Table) -> checking.Checked:
    return checking.check(table, find_group=lambda name: name if name in GROUPS else None, level_of=titles.level)


@pytest.fixture(scope="module")
def marked():
    table = reading.read(MESSY)
    checked = check(table)
    target = io.BytesIO()
    marking.write(target, table, checked)
    return checked, target.getvalue()


def test_exactly_the_faulty_cells_are_coloured_and_every_row_says_its_result(marked):
    checked, content = marked
    page = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]
    coloured = [cell.coordinate for row in page.iter_rows(min_row=5) for cell in row if cell.fill.fgColor.rgb == FAULTY]
    assert coloured == [f"{fault.column}{fault.row}" for fault in checked.faults]
    assert page["J4"].value == "导入检查结果"
    assert page["J5"].value == "通过"
    assert page["J6"].value.startswith("身份证号码（D列）：与第5行是同一人。")
    assert page["D6"].font.b


def test_the_summary_lists_every_fault_and_links_to_its_cell(marked):
    checked, content = marked
    page = openpyxl.load_workbook(io.BytesIO(content))["错误汇总"]
    assert page["A1"].value == "共 80 人，21 行有误，未导入任何人员。"
    rows = list(page.iter_rows(min_row=5))
    assert [(row[0].value, row[1].value) for row in rows] == [
        (str(fault.row), f"{fault.column} {fault.heading}") for fault in checked.faults
    ]
    assert rows[0][0].hyperlink.location == "'汇总表'!D6"


def test_the_marked_workbook_can_be_uploaded_again_and_has_the_same_faults(marked):
    checked, content = marked
    assert check(reading.read(content)).faults == checked.faults


def test_a_formula_in_the_upload_comes_back_as_text(marked):
    table = reading.read(MESSY)
    evil = reading.Table(
        "汇总表",
        table.above,
        table.places,
        (reading.Line(5, ["1", '=HYPERLINK("http://x")', "男", "1", "", "", "", "", ""]),),
        (),
    )
    target = io.BytesIO()
    marking.write(target, evil, check(evil))
    cell = openpyxl.load_workbook(target).worksheets[0]["B5"]
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


words = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=12)
person = st.builds(
    lambda name, birth, order, unit, post, title, groups, phone: writing.Person(
        name=name,
        sex="male" if order % 2 else "female",
        identity_number=identity_number.compose(area="509900", birth_date=birth, order=order),
        unit=unit,
        post=post,
        title=title,
        groups=tuple(groups),
        phone=f"154{phone:08d}",
    ),
    words,
    st.dates(date(1940, 1, 1), date(2000, 1, 1)),
    st.integers(0, 999),
    words,
    st.one_of(st.just(""), words),
    st.sampled_from(["教授", "高级工程师", "注册安全工程师/高级工程师", "主治医师"]),
    st.lists(st.sampled_from(GROUPS), min_size=1, max_size=3, unique=True),
    st.integers(0, 99_999_999),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(person, min_size=1, max_size=8, unique_by=lambda one: one.identity_number))
def test_what_is_written_in_the_official_layout_reads_back_the_same(people):
    target = io.BytesIO()
    frame = writing.Frame(title="推荐汇总表", filled_in_by="演示区", filled_in_on="2026年11月24日")
    assert writing.write(target, people, frame) == len(people)
    checked = check(reading.read(target.getvalue()))
    assert checked.faults == ()
    assert [
        writing.Person(one.name, one.sex, one.identity_number, one.unit, one.post, one.title, one.groups, one.phone)
        for one in checked.candidates
    ] == people


def test_the_official_table_stores_numbers_as_text_and_frames_the_rows():
    target = io.BytesIO()
    one = writing.Person("贾平", "male", "500109196307224235", "=某单位", "", "教授", ("矿山", "建筑"), "15502172033")
    writing.write(
        target, [one], writing.Frame(title="推荐汇总表", filled_in_by="渝北区", filled_in_on="2022年10月12日")
    )
    page = openpyxl.load_workbook(target)["汇总表"]
    assert [page[place].value for place in ("A1", "A2", "A3", "G3", "A7", "D7")] == [
        "附件2",
        "推荐汇总表",
        "填报区县（盖章）：渝北区",
        "填报时间：2022年10月12日",
        "填表人：",
        "审核人：",
    ]
    assert [cell.value for cell in page[5]] == [
        1,
        "贾平",
        "男",
        "500109196307224235",
        "=某单位",
        "",
        "教授",
        "矿山、建筑",
        "15502172033",
    ]
    assert (page["E5"].data_type, page["E5"].quotePrefix) == ("s", True)
