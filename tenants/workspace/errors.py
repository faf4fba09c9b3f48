"""What documents, units and settings can refuse."""

from juxian.common.errors import register
from juxian.common.texts import Text

_ACCEPTED = Text(
    "可上传 PDF、PNG、JPEG、Word（docx）和 Excel（xlsx）文件。",
    "PDF, PNG, JPEG, Word (docx) and Excel (xlsx) files are accepted.",
)

register(
    {
        "workspace.file_empty": (
            Text("文件“{name}”是空的。", "The file {name!r} is empty."),
            Text("请确认文件可以打开后再上传。", "Check that it opens, then upload it again."),
        ),
        "workspace.file_type": (
            Text("文件“{name}”的内容不是可接受的类型。", "The content of {name!r} is of no accepted type."),
            _ACCEPTED,
        ),
        "workspace.file_old_office": (
            Text("文件“{name}”是旧版 Office 格式（doc、xls）。", "{name!r} has the old Office format (doc, xls)."),
            Text(
                "请在 Office 或 WPS 中另存为 docx 或 xlsx 后再上传。", "Save it as docx or xlsx, then upload it again."
            ),
        ),
        "workspace.file_suffix": (
            Text(
                "文件“{name}”的扩展名与内容不符，内容是 {content}。",
                "The suffix of {name!r} does not fit its content, which is {content}.",
            ),
            Text("请把扩展名改为与内容一致后再上传。", "Give it the suffix of its content, then upload it again."),
        ),
        "workspace.file_damaged": (
            Text("文件“{name}”已损坏或不完整：{why}", "{name!r} is damaged or incomplete: {why}"),
            Text("请重新导出或扫描后再上传。", "Export or scan it again, then upload it."),
        ),
        "workspace.file_mixed": (
            Text("文件“{name}”中夹带了另一种格式的内容。", "{name!r} carries content of another format inside."),
            Text("请用原软件重新另存一份，不要拼接文件。", "Save it anew with its own program; do not join files."),
        ),
        "workspace.file_active": (
            Text(
                "文件“{name}”含有宏、脚本或嵌入程序：{why}", "{name!r} holds a macro, script or embedded program: {why}"
            ),
            Text(
                "请另存为不含宏的 docx、xlsx，或导出为普通 PDF。",
                "Save it without macros, or export it as a plain PDF.",
            ),
        ),
        "workspace.file_locked": (
            Text("文件“{name}”设有打开密码。", "{name!r} is protected by a password."),
            Text(
                "请取消密码后再上传；平台会自行加密保存。", "Remove the password; the platform encrypts what it keeps."
            ),
        ),
        "workspace.file_bomb": (
            Text("文件“{name}”解开后过大（{why}）。", "{name!r} is too large when unpacked ({why})."),
            Text("请精简内容或降低图片分辨率后再上传。", "Reduce its content or the resolution of its pictures."),
        ),
        "workspace.unit_taken": (
            Text(
                "已有同名或同一信用代码的单位“{name}”。",
                "A unit {name!r} with this name or credit code is there already.",
            ),
            Text("请直接使用已有单位，或核对信用代码。", "Use the one that is there, or check the credit code."),
        ),
    }
)
