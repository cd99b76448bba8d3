"""A composed letter as DOCX, for an office that must still write something into it.

The same blocks as on paper, with real headings, lists and tables, so that a screen
reader and a word processor find their way.
"""

import io
from typing import Any, Final

import segno
from docx import Document
from docx.document import Document as Made
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell

from naungan.web.letters.blocks import Block, Heading, table as block_table


CONTENT_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
)
FONT: Final = "Arial"
LANGUAGE: Final = "id-ID"
TEXT_WIDTH: Final = 162  # millimetres between the margins of A4
LABEL: Final = 44
AFTER_BORDERS: Final = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
"""What the form wants after the borders of a paragraph; Word refuses another order."""

SIGNS: Final = 10  # of the way of a promise
PROMISES: Final[tuple[Heading, ...]] = (
    ("No.", "right", 0.5),
    ("Apa dan siapa", "left", 4.0),
    ("Kapan", "left", 1.6),
    ("Kata data", "left", 3.2),
)
TALL: Final = Mm(11)  # a row to sign in
BLACK: Final = RGBColor(0, 0, 0)
DOTS: Final = "……………………………………"


def write(data: dict[str, Any]) -> bytes:
    """Set one letter."""
    made = _empty(data)
    for band in (data["demo"], data["draft"]):
        if band:
            _centred(made, band, bold=True, size=8)
    _head(made, data["head"])
    _opening(made, data)
    _blocks(made, data["blocks"])
    if data["closing"]:
        made.add_paragraph(data["closing"])
    if not data.get("unsigned"):
        _signatures(made, data)
    _ending(made, data)
    for annex in data["annexes"]:
        made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        made.add_heading(annex["title"], 1)
        _blocks(made, annex["blocks"])
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _empty(data: dict[str, Any]) -> Made:
    made = Document()
    made.core_properties.title = data["title"]
    made.core_properties.author = data["head"]["name"]
    made.core_properties.language = LANGUAGE
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(24)
    page.top_margin, page.bottom_margin = Mm(16), Mm(22)
    for name, size in (
        ("Normal", 10),
        ("Heading 1", 12),
        ("Heading 2", 10.5),
        ("Heading 3", 10),
    ):
        style = made.styles[name]
        style.font.name, style.font.size = FONT, Pt(size)
        style.font.color.rgb = BLACK
        style.paragraph_format.space_after = Pt(6)
    _speak(made)
    page.footer.paragraphs[0].text = _foot(data)
    return made


def _speak(made: Made) -> None:
    """Say that the text is Indonesian, for reading aloud and spelling."""
    fonts = made.styles["Normal"].element.get_or_add_rPr()
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), LANGUAGE)
    fonts.append(language)


def _foot(data: dict[str, Any]) -> str:
    if data["proof"] is None:
        return str(data["title"])
    return f"{data['number']} · Periksa keaslian: {data['proof']['address']}"


def _head(made: Made, head: dict[str, str]) -> None:
    if head["above"]:
        _centred(made, head["above"].upper())
    _centred(made, head["name"].upper(), bold=True, size=13)
    for line in (head["address"], head["contact"]):
        if line:
            _centred(made, line, size=8)
    _ruled(made)


def _ruled(made: Made) -> None:
    """Draw the line under the head."""
    properties = made.paragraphs[-1]._p.get_or_add_pPr()  # noqa: SLF001
    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "12"), ("space", "4")):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    properties.insert_element_before(borders, *AFTER_BORDERS)


def _centred(
    made: Made, text: str, *, bold: bool = False, size: float | None = None
) -> None:
    line = made.add_paragraph()
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after = Pt(2)
    run = line.add_run(text)
    run.bold = bold
    run.font.size = Pt(size) if size else None


def _opening(made: Made, data: dict[str, Any]) -> None:
    number = data["number"] or DOTS
    if data["form"] == "document":
        heading = made.add_heading(data["title"].upper(), 1)
        heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _centred(made, dated(data) if data.get("unsigned") else f"Nomor {number}")
        return
    day = made.add_paragraph(dated(data))
    day.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    rows = [
        ["Nomor", number],
        ["Sifat", data["classification"]],
        ["Lampiran", data["enclosure"]],
        ["Hal", data["subject"]],
    ]
    _pairs(made, rows, label=22)
    made.add_paragraph("\n".join(data["to"]))
    made.add_paragraph(data["greeting"])


def dated(data: dict[str, Any]) -> str:
    """Write place and day."""
    return f"{data['city']}, {data['date']}" if data["city"] else str(data["date"])


def _blocks(made: Made, blocks: list[Block]) -> None:
    for block in blocks:
        kind = block["kind"]
        if kind in ("paragraph", "gap"):
            made.add_paragraph().add_run(block["text"]).bold = kind == "gap"
        elif kind == "heading":
            made.add_heading(block["text"], 2)
        elif kind == "subheading":
            made.add_heading(block["text"], 3)
        elif kind == "points":
            _points(made, block["items"])
        elif kind == "pairs":
            _pairs(made, block["rows"])
        elif kind == "promises":
            _promises(made, block["lines"])
        else:
            _table(made, block)


def _points(made: Made, items: list[str]) -> None:
    """Number a list by hand: Word would go on counting from the list before."""
    for number, item in enumerate(items, 1):
        line = made.add_paragraph(f"{number}.\t{item}")
        line.paragraph_format.left_indent = Mm(8)
        line.paragraph_format.first_line_indent = Mm(-6)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(8))


def _pairs(made: Made, rows: list[list[str]], label: int = LABEL) -> None:
    table = made.add_table(rows=0, cols=2)
    for name, value in rows:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, f": {value}"
    _widths(table, [label, TEXT_WIDTH - label])
    made.add_paragraph()


def _promises(made: Made, lines: list[dict[str, Any]]) -> None:
    """Set commitments as a table; what the data deny stands under what was promised."""
    rows = []
    for number, one in enumerate(lines, 1):
        what = [one["what"], one["owner"], one["denied"]]
        far = [one["badge"]["text"], _way(one["width"]), one["measured"], one["since"]]
        cells = ("\n".join(part for part in each if part) for each in (what, far))
        told, measured = cells
        rows.append([str(number), told, one["due"], measured])
    _table(made, block_table(PROMISES, rows))


def _way(width: int | None) -> str:
    """Draw how far a promise is of its way in signs, with the figure for who hears it."""
    if width is None:
        return ""
    full = width * SIGNS // 100
    return f"{'■' * full}{'□' * (SIGNS - full)} {width}%"


def _table(made: Made, block: Block) -> None:
    columns = block["columns"]
    table = made.add_table(rows=1, cols=len(columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fill(table.rows[0].cells, [one["label"] for one in columns], columns, bold=True)
    _repeat(table)
    for row in block["rows"]:
        added = table.add_row()
        added.height = TALL if block.get("tall") else None
        _fill(added.cells, row, columns)
    if block["total"]:
        _fill(table.add_row().cells, block["total"], columns, bold=True)
    share = TEXT_WIDTH / sum(one["width"] for one in columns)
    _widths(table, [one["width"] * share for one in columns])
    made.add_paragraph()


def _fill(
    cells: tuple[_Cell, ...],
    texts: list[str],
    columns: list[dict[str, Any]],
    *,
    bold: bool = False,
) -> None:
    for cell, text, column in zip(cells, texts, columns, strict=True):
        line = cell.paragraphs[0]
        line.paragraph_format.space_after = Pt(0)
        run = line.add_run(text)
        run.bold, run.font.size = bold, Pt(8.5)
        if column["side"] == "right":
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat(table: Table) -> None:
    """Let the head stand on every page, and be known as a head."""
    properties = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    properties.append(repeated)


def _widths(table: Table, widths: list[float]) -> None:
    table.autofit = False
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _signatures(made: Made, data: dict[str, Any]) -> None:
    others = data["countersigners"]
    people = [data["signer"], *others]
    table = made.add_table(rows=0, cols=2)
    for at in range(0, len(people), 2):
        pair = people[at : at + 2]
        cells = table.add_row().cells
        # One who signs alone stands to the right.
        places = cells if len(people) > 1 else cells[1:]
        for cell, one in zip(places, pair, strict=False):
            first = at == 0 and one is people[0] and data["form"] == "document"
            cell.text = _signature(one, dated(data) if first else "")


def _signature(one: dict[str, str], above: str) -> str:
    lines = [above, f"{one['position']}," if one["position"] else "", "", "", ""]
    return "\n".join([*lines, one["name"] or DOTS, one["number"]]).strip("\n")


def _ending(made: Made, data: dict[str, Any]) -> None:
    if data["proof"]:
        picture = io.BytesIO()
        segno.make(data["proof"]["address"], error="m", micro=False).save(
            picture, kind="png", scale=6, border=2
        )
        picture.seek(0)
        made.add_picture(picture, width=Mm(22))
        _describe(made, f"Kode QR ke {data['proof']['address']}")
        made.add_paragraph(f"Kode pemeriksaan {data['proof']['code']}")
    if data["copies"]:
        made.add_paragraph("Tembusan:")
        _points(made, data["copies"])
    for note in data["notes"]:
        made.add_paragraph().add_run(note).font.size = Pt(8)


def _describe(made: Made, words: str) -> None:
    """Say in words what the picture just added shows."""
    drawn = made.inline_shapes[len(made.inline_shapes) - 1]
    drawn._inline.docPr.set("descr", words)  # noqa: SLF001
