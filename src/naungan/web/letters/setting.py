"""Sets a template as PDF/UA: tagged, with a title and a language, readable aloud.

What is printed goes in as data, never as text of the template, so nothing that a
file said can become markup. Only the fonts and templates of this folder are read.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst


FOLDER: Final = Path(__file__).parent
STANDARD: Final = "ua-1"


def set_pdf(template: str, data: dict[str, Any]) -> bytes:
    """Set a template of this folder with its data.

    Raises `typst.TypstError` where the template does not hold its data: that is a
    fault of ours, never of the data.
    """
    made = typst.Compiler(
        FOLDER / template,
        root=FOLDER,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    ).compile(format="pdf", pdf_standards=STANDARD)
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FOLDER / "fonts")],
    )
