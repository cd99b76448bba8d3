"""The blocks of which a letter is built: PDF and DOCX set the same ones.

A block is plain data, so that what a letter was set from can be kept beside it.
"""

from collections.abc import Sequence
from typing import Any, Literal


Block = dict[str, Any]
Side = Literal["left", "right"]
Heading = tuple[str, Side, float]
"""The head of a column: its words, its side, its share of the width."""


def paragraph(text: str) -> Block:
    """Make a paragraph."""
    return {"kind": "paragraph", "text": text}


def heading(text: str) -> Block:
    """Make a heading inside the body."""
    return {"kind": "heading", "text": text}


def subheading(text: str) -> Block:
    """Make a heading under another one."""
    return {"kind": "subheading", "text": text}


def points(items: Sequence[str]) -> Block:
    """Make a numbered list."""
    return {"kind": "points", "items": list(items)}


def pairs(rows: Sequence[tuple[str, str]]) -> Block:
    """Make lines of a name and what it is."""
    return {"kind": "pairs", "rows": [list(row) for row in rows]}


def table(
    columns: Sequence[Heading],
    rows: Sequence[Sequence[str]],
    total: Sequence[str] = (),
    *,
    is_tall: bool = False,
) -> Block:
    """Make a table; a tall one leaves room to sign in each row."""
    return {
        "kind": "table",
        "columns": [
            {"label": label, "side": side, "width": width}
            for label, side, width in columns
        ],
        "rows": [list(row) for row in rows],
        "total": list(total),
        "tall": is_tall,
    }


def promises(lines: Sequence[dict[str, Any]]) -> Block:
    """Make a table of commitments: how each stands, how far it is, what the data deny.

    A line has what, owner, due, a badge of text, tone and icon, measured and since in
    words, width and place in percent of the way or None, and `denied`, which may be "".
    """
    return {"kind": "promises", "lines": [dict(one) for one in lines]}
