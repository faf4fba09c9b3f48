"""Documents: told by content, sealed, handed out to those who may, nowhere else."""

from __future__ import annotations

import io
import zipfile
import zlib
from uuid import uuid4

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from juxian.audit.models import Event
from juxian.common.actors import Actor
from juxian.common.errors import Refusal
from juxian.vault import services as vault
from tenants.workspace.models import Document
from tenants.workspace.services import access, contents, documents

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08\x00\x10\x00\x10\x01\x01\x11\x00\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\xd2\xff\xd9"
)
WORD = "wordprocessingml.document.main+xml"
SHEET = "spreadsheetml.sheet.main+xml"


def png(width: int = 2, height: int = 2, behind: bytes = b"") -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")

    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x00\x00\x00\x00"
    data = zlib.compress(b"\x00" * 6)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", data) + chunk(b"IEND", b"") + behind


def package(main: str, types: str, more: dict[str, bytes] | None = None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", f'<Types><Override ContentType="application/vnd.x.{types}"/></Types>')
        made.writestr(main, "<x/>")
        for name, content in (more or {}).items():
            made.writestr(name, content)
    return held.getvalue()


DOCX, XLSX = package("word/document.xml", WORD), package("xl/workbook.xml", SHEET)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("证书.pdf", PDF, contents.PDF),
        ("照片.PNG", png(), contents.PNG),
        ("照片.jpeg", JPEG, contents.JPEG),
        ("申请表.docx", DOCX, contents.DOCX),
        ("名单.xlsx", XLSX, contents.XLSX),
    ],
)
def test_every_accepted_kind_is_told_by_its_content(name: str, content: bytes, kind: contents.Kind) -> None:
    assert contents.judge(name, content) is kind


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "workspace.file_empty"),
        ("a.exe", b"MZ\x90\x00" + b"\x00" * 100, "workspace.file_type"),
        ("a.html", b"<html><script>alert(1)</script></html>", "workspace.file_type"),
        ("a.png", PDF, "workspace.file_suffix"),
        ("a.pdf", PDF.replace(b"%%EOF", b""), "workspace.file_damaged"),
        ("a.pdf", PDF + XLSX, "workspace.file_mixed"),
        ("a.pdf", PDF + XLSX + b"%%EOF", "workspace.file_mixed"),
        ("a.pdf", PDF.replace(b"/Catalog", b"/Catalog /OpenAction << /S /JavaScript >>"), "workspace.file_active"),
        ("a.pdf", PDF.replace(b"/Root", b"/Encrypt 2 0 R /Root"), "workspace.file_locked"),
        ("a.png", png()[:-6], "workspace.file_damaged"),
        ("a.png", png(behind=XLSX), "workspace.file_mixed"),
        ("a.png", png(60_000, 60_000), "workspace.file_bomb"),
        ("a.jpg", JPEG[:-2], "workspace.file_damaged"),
        ("a.jpg", JPEG + XLSX, "workspace.file_mixed"),
        ("a.xlsx", XLSX[:-30], "workspace.file_damaged"),
        ("a.xlsx", XLSX + b"<html>", "workspace.file_mixed"),
        ("a.xlsx", package("readme.txt", "x"), "workspace.file_type"),
        ("a.xlsx", package("xl/workbook.xml", SHEET, {"xl/vbaProject.bin": b"x"}), "workspace.file_active"),
        ("a.xlsx", package("xl/workbook.xml", "sheet.macroEnabled.main+xml"), "workspace.file_active"),
        (
            "a.docx",
            package("word/document.xml", WORD, {"word/embeddings/oleObject1.bin": b"x"}),
            "workspace.file_active",
        ),
        ("a.docx", package("word/document.xml", WORD, {"../../etc/passwd": b"x"}), "workspace.file_mixed"),
        ("a.xlsx", package("xl/workbook.xml", SHEET, {"xl/x.xml": b"0" * 40_000_000}), "workspace.file_bomb"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "workspace.file_old_office"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "workspace.file_locked",
        ),
    ],
)
def test_what_is_not_plainly_an_accepted_file_is_refused(name: str, content: bytes, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        contents.judge(name, content)
    assert (refused.value.code, refused.value.status) == (code, 400)
    assert refused.value.message
    assert refused.value.help


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\用户\\证书.pdf", "证书.pdf"),
        ("a\u202efdp.exe\x00.pdf", "afdp.exe.pdf"),
        ("", "file"),
        ("长" * 300 + ".pdf", "长" * 106 + ".pdf"),
    ],
)
def test_a_file_name_keeps_only_what_can_be_shown(given: str, kept: str) -> None:
    assert documents.clean_name(given) == kept


@pytest.fixture
def actor() -> Actor:
    return Actor(account_id=uuid4(), name="经办人", roles=frozenset({"intake"}))


def stored(actor: Actor, subject=None, content: bytes = PDF) -> Document:
    file = SimpleUploadedFile("证书.pdf", content)
    return documents.store(actor=actor, file=file, kind="title", subject=subject, owner=("tests.case", 7))


@pytest.mark.django_db
def test_a_document_lies_sealed_in_the_agencys_folder_and_opens_again(agencies, at, actor) -> None:
    person = uuid4()
    with at(agencies["injury"]):
        row = stored(actor, person)
        assert row.place.startswith("agency_injury/")
        with default_storage.open(row.place) as handle:
            assert b"%PDF" not in handle.read()
        assert documents.read(row) == PDF
        assert Event.objects.filter(action="workspace.document.kept", subject_id=person).count() == 1


@pytest.mark.django_db
def test_a_document_of_one_agency_is_not_there_for_another(agencies, at, actor) -> None:
    with at(agencies["injury"]):
        row = stored(actor)
    with at(agencies["titles"]):
        assert not Document.objects.filter(id=row.id).exists()
        with pytest.raises(Refusal) as refused:
            documents.read(row)
    assert refused.value.status == 404


@pytest.mark.django_db
def test_erasing_a_person_shuts_their_documents_for_good(agencies, at, actor) -> None:
    person = uuid4()
    with at(agencies["injury"]):
        row = stored(actor, person)
        vault.erase(person)
        with pytest.raises(Refusal) as refused:
            documents.read(row)
    assert refused.value.status == 404


@pytest.mark.django_db
def test_a_file_over_the_limit_is_refused_and_nothing_is_kept(agencies, at, actor, settings) -> None:
    settings.UPLOAD_LIMIT_BYTES = 1024
    with at(agencies["injury"]), pytest.raises(Refusal) as refused:
        stored(actor, content=PDF + b" " * 2000)
    assert (refused.value.code, refused.value.status) == ("common.too_large", 413)
    with at(agencies["injury"]):
        assert not Document.objects.exists()


@pytest.mark.django_db
def test_the_content_is_handed_out_to_whom_the_owner_lets_and_the_view_is_on_record(
    agencies, at, api, make_account, grant, actor
) -> None:
    agency, person = agencies["injury"], uuid4()
    reader, stranger = make_account("阅件人"), make_account("外人")
    grant(reader, agency, "intake")
    grant(stranger, agencies["titles"], "intake")
    with at(agency):
        row = stored(actor, person)
    path = f"/api/workspace/documents/{row.id}/content"
    assert api(agency, reader).get(path).status_code == 404
    access.register("tests.case", lambda who, owner: who.account_id == reader.id and owner == "7")
    answer = api(agency, reader).get(path)
    assert (answer.status_code, answer.content) == (200, PDF)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert api(agency, stranger).get(path).status_code == 404
    assert api(agencies["titles"], stranger).get(path).status_code == 404
    assert api(agency).get(path).status_code == 401
    with at(agency):
        seen = Event.objects.filter(action="person.unmasked", subject_id=person)
        assert [event.actor_id for event in seen] == [reader.id]


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["../../etc/passwd", "%2e%2e%2fetc", "agency_titles/2026/11/x", "/etc/passwd"])
def test_no_path_reaches_the_storage(agencies, api, make_account, grant, path) -> None:
    account = make_account("经办人")
    grant(account, agencies["injury"], "intake")
    client = api(agencies["injury"], account)
    assert client.get(f"/api/workspace/documents/{path}/content").status_code == 404
    assert client.get(f"/files/{path}").status_code == 404


@pytest.mark.django_db
def test_an_upload_announced_too_long_is_refused(agencies, api, make_account, grant, settings) -> None:
    account = make_account("经办人")
    grant(account, agencies["injury"], "intake")
    settings.UPLOAD_LIMIT_BYTES = 1000
    answer = api(agencies["injury"], account).post(
        "/api/workspace/documents", {"file": SimpleUploadedFile("a.pdf", PDF + b" " * 90_000)}
    )
    assert (answer.status_code, answer.json()["code"]) == (413, "common.too_large")


@pytest.mark.django_db
def test_experts_get_what_they_brought_themselves_and_nothing_that_staff_wrote_about_them(
    agencies, at, api, make_account, actor
) -> None:
    agency, expert = agencies["injury"], make_account("专家")
    with at(agency):
        own = stored(Actor(account_id=expert.id, name="专家"), expert.id)
        about = stored(actor, expert.id)
    client = api("my", expert)
    path = f"/at/{agency.slug}/api/workspace/documents/%s/content"
    assert client.get(path % own.id).content == PDF
    assert client.get(path % about.id).status_code == 404
    assert api("my", make_account("别人")).get(path % own.id).status_code == 404
    assert client.get(f"/at/titles/api/workspace/documents/{own.id}/content").status_code == 404
