"""Tables that go out: what a cell holds is what was meant, and nothing is executed."""

import csv
import io
from datetime import UTC, date, datetime

import openpyxl
import pytest

from juxian.common import spreadsheets
from juxian.common.spreadsheets import Column

COLUMNS = [Column("姓名", 12), Column("数量"), Column("时间", 20), Column("说明", 30)]
ROWS = [
    ["张三", 3, datetime(2026, 11, 23, 10, 0, tzinfo=UTC), '=HYPERLINK("http://x")'],
    ["李四", 2.5, date(2026, 11, 24), None],
    [True, 0, "", "  @SUM(1)"],
]


def test_an_xlsx_keeps_numbers_shows_beijing_time_and_stores_formulas_as_quoted_text():
    target = io.BytesIO()
    assert spreadsheets.write_xlsx(target, columns=COLUMNS, rows=ROWS, title="专家", note="导出人：王五 & 李六") == 3
    sheet = openpyxl.load_workbook(target)["数据"]
    assert [cell.value for cell in sheet[2]] == ["姓名", "数量", "时间", "说明"]
    assert [cell.value for cell in sheet[3]] == ["张三", 3, "2026-11-23 18:00", '=HYPERLINK("http://x")']
    assert (sheet["D3"].data_type, sheet["D3"].quotePrefix) == ("s", True)
    assert [sheet["A5"].value, sheet["D5"].value] == ["是", "  @SUM(1)"]
    assert sheet["A7"].value == "导出人：王五 & 李六"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\tx", "\r=1", "  =1", "\n=1"])
def test_a_csv_cell_that_looks_like_a_formula_stands_behind_an_apostrophe(text):
    lines = "".join(spreadsheets.csv_lines(columns=[Column("说明")], rows=[[text], ["普通"], [-3]]))
    assert list(csv.reader(io.StringIO(lines.removeprefix("\ufeff"), newline=""))) == [
        ["说明"],
        ["'" + text],
        ["普通"],
        ["-3"],
    ]


def test_a_csv_comes_line_by_line_with_a_byte_order_mark():
    lines = spreadsheets.csv_lines(columns=COLUMNS[:2], rows=iter([["张三", 1]]))
    assert next(lines) == "\ufeff姓名,数量\r\n"
    assert next(lines) == "张三,1\r\n"
