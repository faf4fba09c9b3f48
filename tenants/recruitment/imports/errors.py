"""Why a whole file is refused before any of its rows is looked at."""

from __future__ import annotations

from juxian.common import errors
from juxian.common.texts import Text

_SAVE_AS = Text(
    "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后上传。",
    "Open it in Excel or WPS, save it as an Excel workbook (.xlsx), and upload that.",
)
_TEMPLATE = Text(
    "请下载官方汇总表模板，把内容按列填入后上传，不要改动表头。",
    "Download the official summary table, fill in its columns, and upload it; leave the heading row as it is.",
)

errors.register(
    {
        "recruitment.import_too_large": (
            Text(
                "文件有 {size} MB，超过 {limit} MB 的上限，没有读取。",
                "The file has {size} MB, more than the limit of {limit} MB; it was not read.",
            ),
            Text(
                "请拆分成几个文件，或删除其中的图片和多余工作表。",
                "Split it, or remove pictures and sheets that are not needed.",
            ),
        ),
        "recruitment.import_old_format": (
            Text(
                "这是旧版 Excel（.xls）或加了密码的文件，没有读取。",
                "This is an old Excel file (.xls) or one with a password; it was not read.",
            ),
            _SAVE_AS,
        ),
        "recruitment.import_not_xlsx": (
            Text("这不是 .xlsx 工作簿，或文件已损坏：{why}。", "This is no .xlsx workbook, or it is damaged: {why}."),
            _SAVE_AS,
        ),
        "recruitment.import_macros": (
            Text(
                "工作簿含有宏（{part}），出于安全不予读取。",
                "The workbook holds macros ({part}); for safety it is not read.",
            ),
            _SAVE_AS,
        ),
        "recruitment.import_bomb": (
            Text(
                "文件解压后异常庞大（{part}），出于安全不予读取。",
                "The file unpacks to an abnormal size ({part}); for safety it is not read.",
            ),
            Text("请把表格内容复制到新建的工作簿中再上传。", "Copy the table into a new workbook and upload that."),
        ),
        "recruitment.import_extent": (
            Text(
                "工作表内容延伸到第 {rows} 行、第 {columns} 列，超过 {most_rows} 行、{most_columns} 列的上限。",
                "The sheet's content reaches row {rows} and column {columns}; at most {most_rows} rows and {most_columns} columns are read.",
            ),
            Text(
                "请删除表格以外的零散内容，或拆分成几个文件。", "Delete what lies outside the table, or split the file."
            ),
        ),
        "recruitment.import_no_heading": (
            Text(
                "没有找到汇总表的表头：前 {looked} 行中没有一行含有全部九个列名，最接近的一行（第 {row} 行）缺少：{missing}。",
                "The heading row was not found: none of the first {looked} rows has all nine column names; the closest one (row {row}) lacks: {missing}.",
            ),
            _TEMPLATE,
        ),
        "recruitment.import_heading_twice": (
            Text(
                "表头中的“{name}”出现了不止一次（{columns} 列）。",
                "The heading {name} occurs more than once (columns {columns}).",
            ),
            _TEMPLATE,
        ),
        "recruitment.import_empty": (
            Text("表头（第 {row} 行）下面没有任何人员。", "There is nobody below the heading row ({row})."),
            Text(
                "请确认填写的是第一个工作表，保存后再上传。",
                "Make sure the sheet is filled in and saved, then upload it again.",
            ),
        ),
    }
)
