"""How a parameter file is read, and how an office's overlay is laid over it."""

from dataclasses import replace
from pathlib import Path

from naungan.law.source.entry import Entry, read_entry, read_overlaid
from naungan.law.source.parameter import Note, Parameter
from naungan.law.source.unit import UNITS
from naungan.law.source.yaml_file import Fields, Node, YamlFile


SEGMENTS = ("PU", "BPU", "JAKON", "PMI", "NON_ASN")
"""Kinds of participants that a value or a duty may be for."""

PAYERS = ("employer", "worker", "participant", "government")
"""Who may owe a contribution."""

_REQUIRED = ("title", "title_en", "unit", "values", "checked_on")
_OPTIONAL = ("base", "applies_to", "payer", "columns", "notes")


def read_parameter(file: YamlFile, path: str) -> Parameter:
    """Read one parameter file; a broken one raises `LawRefused` with its line."""
    root = file.root()
    found = file.fields(root, _REQUIRED, _OPTIONAL)
    unit = file.choice(found["unit"], (*UNITS, "table"))
    columns = _columns(file, root, found, unit)
    nodes = file.items(found["values"])
    return Parameter(
        path=path,
        title=file.text(found["title"]),
        title_en=file.text(found["title_en"]),
        unit=unit,
        base=file.text(found["base"]) if "base" in found else None,
        applies_to=read_segments(file, found),
        payer=file.choice(found["payer"], PAYERS) if "payer" in found else None,
        columns=columns,
        entries=in_order(
            file, nodes, [read_entry(file, node, unit, columns) for node in nodes]
        ),
        checked_on=file.day(found["checked_on"]),
        notes=read_notes(file, found),
    )


def overlay(parameter: Parameter, path: Path, name: str) -> Parameter:
    """Lay an office's own file over a parameter; every entry says who did it.

    The overlay's entries answer on the days that they hold; on all other days
    the law answers as before.
    """
    file = YamlFile(path, name)
    found = file.fields(file.root(), ("overlay", "values"), ("notes",))
    by = file.text(found["overlay"])
    nodes = file.items(found["values"])
    laid = in_order(
        file,
        nodes,
        [
            read_overlaid(file, node, parameter.unit, parameter.columns, by)
            for node in nodes
        ],
    )
    return replace(
        parameter,
        entries=(*parameter.entries, *laid),
        notes=(*parameter.notes, *read_notes(file, found)),
    )


def in_order(
    file: YamlFile, nodes: list[Node], entries: list[Entry]
) -> tuple[Entry, ...]:
    """Refuse a history that is not oldest first."""
    for node, older, newer in zip(nodes[1:], entries, entries[1:], strict=False):
        if newer.from_on <= older.from_on:
            file.refuse(
                node,
                f"{newer.from_on} tidak sesudah {older.from_on}",
                "urutkan dari yang terlama, satu entri satu tanggal",
            )
    return tuple(entries)


def read_segments(file: YamlFile, found: Fields) -> tuple[str, ...]:
    """Read `applies_to:`; nothing written means for everybody."""
    if "applies_to" not in found:
        return ()
    return tuple(
        file.choice(item, SEGMENTS) for item in file.items(found["applies_to"])
    )


def read_notes(file: YamlFile, found: Fields) -> tuple[Note, ...]:
    """Read `notes:`, each a text with or without a day."""
    if "notes" not in found:
        return ()
    notes = [
        file.fields(item, ("text",), ("from",)) for item in file.items(found["notes"])
    ]
    return tuple(
        Note(
            file.text(note["text"]), file.day(note["from"]) if "from" in note else None
        )
        for note in notes
    )


def _columns(file: YamlFile, root: Node, found: Fields, unit: str) -> dict[str, str]:
    if (unit == "table") != ("columns" in found):
        file.refuse(
            root,
            "columns dan unit: table harus bersama",
            "tulis keduanya atau tidak satu pun",
        )
    if unit != "table":
        return {}
    return {
        str(key.value): file.choice(value, UNITS)
        for key, value in file.pairs(found["columns"])
    }
