"""The blocks of a paper as sections of a page: each heading begins one."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from naungan.web.letters.blocks import Block


@dataclass
class Section:
    """A part of a paper under its title; the first one has none."""

    title: str
    blocks: list[dict[str, Any]] = field(default_factory=list)


def sections(blocks: Iterable[Block]) -> list[Section]:
    """Cut blocks into sections."""
    found, under = [Section("")], ""
    for block in blocks:
        if block["kind"] == "heading":
            found.append(Section(block["text"]))
            under = ""
            continue
        if block["kind"] == "subheading":
            under = block["text"]
        found[-1].blocks.append(_shown(block, found[-1].title, under))
    return [one for one in found if one.title or one.blocks]


def _shown(block: Block, title: str, under: str) -> dict[str, Any]:
    """Put beside each cell of a table the head of its column, and name the table."""
    if block["kind"] != "table":
        return block
    columns = block["columns"]
    rows = [list(zip(row, columns, strict=True)) for row in block["rows"]]
    name = ", ".join(part for part in (title, under) if part) or columns[0]["label"]
    return {"kind": "table", "columns": columns, "lines": rows, "name": name}
