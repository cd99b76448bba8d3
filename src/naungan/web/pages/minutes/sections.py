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
    found = [Section("")]
    for block in blocks:
        if block["kind"] == "heading":
            found.append(Section(block["text"]))
            continue
        found[-1].blocks.append(_shown(block))
    return [one for one in found if one.title or one.blocks]


def _shown(block: Block) -> dict[str, Any]:
    """Put beside each cell of a table the side and the head of its column."""
    if block["kind"] != "table":
        return block
    columns = block["columns"]
    rows = [list(zip(row, columns, strict=True)) for row in block["rows"]]
    return {"kind": "table", "columns": columns, "lines": rows}
