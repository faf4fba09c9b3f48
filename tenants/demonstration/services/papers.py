"""A proof file that says it is none."""

from __future__ import annotations

import functools

from django.core.files.uploadedfile import SimpleUploadedFile

_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


@functools.cache
def _page(line: str) -> bytes:
    """A one-page PDF with a line of Latin text in a font that every reader has."""
    text = f"BT /F1 20 Tf 72 720 Td ({line}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 {_FONT} >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    tail = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    return f"{body}{tail}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()


def proof(name: str) -> SimpleUploadedFile:
    """An upload of that name."""
    return SimpleUploadedFile(f"{name}.pdf", _page("Demonstration only - not a real document"), "application/pdf")
