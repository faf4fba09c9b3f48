"""PDF pages from typst templates with the project's own Chinese fonts.

    render(template, data) -> bytes      a template of `prints/` by name, or any .typ file by path
    qr_svg(text) -> str                  a QR code to hand to a template

A template reads its data as `json(bytes(sys.inputs.data))`; what each expects stands at its head.
"""

from __future__ import annotations

import functools
import io
import json
import os
from collections.abc import Mapping
from pathlib import Path

import segno
import typst

PRINTS = Path(__file__).parent / "prints"
FONT_FOLDERS = ("noto-serif-sc/400Regular", "noto-serif-sc/700Bold", "noto-sans-sc/400Regular", "noto-sans-sc/700Bold")


class FontsMissing(RuntimeError):
    """The Chinese fonts are not where they should be; the message says where and what brings them there."""


class TemplateError(RuntimeError):
    """A template does not compile with the data it was given."""


def render(template: str | Path, data: Mapping[str, object], *, fonts: Path | None = None) -> bytes:
    """Compile a template with its data to PDF.

    `template` is a name in `prints/` ("certificate", "draw_record") or the path of a .typ file; `data` holds plain
    JSON values; `fonts` is the folder that holds `noto-serif-sc` and `noto-sans-sc`.
    Raises `FontsMissing` and `TemplateError`.
    """
    source = Path(template) if str(template).endswith(".typ") else PRINTS / f"{template}.typ"
    try:
        return typst.compile(
            str(source),
            format="pdf",
            font_paths=_loaded(fonts or fonts_folder()),
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        )
    except typst.TypstError as fault:
        raise TemplateError(f"{source.name}: {fault.message}") from fault


def qr_svg(text: str) -> str:
    """A QR code (error correction M) as an SVG document."""
    image = io.BytesIO()
    segno.make(text, error="m", micro=False).save(image, kind="svg", border=1, omitsize=True, xmldecl=False)
    return image.getvalue().decode()


def fonts_folder() -> Path:
    """Where the fonts are: the setting FONTS_DIR, else the environment's JUXIAN_FONTS_DIR, else the front end's packages."""
    named = _setting() or os.environ.get("JUXIAN_FONTS_DIR")
    if named:
        return Path(named)
    return Path(__file__).parents[3] / "frontend" / "node_modules" / "@expo-google-fonts"


def _setting() -> str | None:
    from django.conf import settings

    return (
        getattr(settings, "FONTS_DIR", None) if settings.configured or "DJANGO_SETTINGS_MODULE" in os.environ else None
    )


@functools.lru_cache(maxsize=4)
def _loaded(folder: Path) -> typst.Fonts:
    paths = [folder / name for name in FONT_FOLDERS]
    missing = [str(path) for path in paths if not any(path.glob("*.ttf"))]
    if missing:
        raise FontsMissing(
            f"The fonts for printing are missing: {', '.join(missing)}. Run `npm ci` in frontend/ (it installs "
            "@expo-google-fonts/noto-serif-sc and noto-sans-sc), or name their folder in JUXIAN_FONTS_DIR."
        )
    return typst.Fonts(include_system_fonts=False, font_paths=list(map(str, paths)))
