"""Write docs/reference from the code, so that the manual cannot fall behind.

Run by `./naungan fix`; `--check` writes nothing and fails when a page is stale,
which is what the consistency test asks.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from naungan.command import Naungan
from naungan.engine.coverage.rules import (
    MEMBERSHIP_RULES,
    PERSON_RULES,
    STATES,
    Rule,
)
from naungan.engine.finding import EmployerFinding, all_findings
from naungan.engine.format import Column, Format
from naungan.engine.formats import all_formats
from naungan.engine.measure import all_measures
from naungan.engine.table import all_tables
from naungan.law.book import Book, enacted
from naungan.law.entry import Entry
from naungan.law.parameter import Parameter
from naungan.law.unit import UNITS, as_text
from naungan.lib.money import format_rupiah


ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
WIDTH = 88
SURE = {
    "VERIFIED": "teks atau dua sumber dibaca",
    "SINGLE": "satu sumber",
    "MEMORY": "ditulis dari ingatan: periksa sebelum dikutip",
    "LOCAL": "ketentuan kantor sendiri",
}


def cell(text: object) -> str:
    """Write a value so that it cannot break a table of Markdown."""
    return str(text).replace("|", "\\|").replace("\n", " ").strip()


def row(*cells: object) -> str:
    """Write one row of a table."""
    return "| " + " | ".join(cell(text) for text in cells) + " |"


def head(*titles: str) -> list[str]:
    """Write the head of a table."""
    return [row(*titles), "|" + "---|" * len(titles)]


def written(value: Parameter, entry: Entry) -> str:
    """Write a dated value in its unit; of a table only that it is one."""
    if entry.value is None:
        return "berakhir"
    if value.unit == "table":
        return "tabel di bawah"
    if value.unit == "idr" and isinstance(entry.value, int):
        return format_rupiah(entry.value)
    return as_text(entry.value)


def value_table(value: Parameter, entry: Entry) -> Iterator[str]:
    """Write a value that is a table, its amounts in rupiah."""
    if value.unit != "table" or not isinstance(entry.value, tuple):
        return
    yield from ("", f"Sejak {entry.from_on}:", "", *head(*value.columns))
    for item in entry.value:
        assert isinstance(item, dict)
        cells = [item.get(name, "") for name in value.columns]
        yield row(*(as_text(part) for part in cells))


def history(book: Book, value: Parameter) -> Iterator[str]:
    """Write one value of the law with all its dates."""
    unit = UNITS[value.unit].label if value.unit in UNITS else "tabel"
    yield from ("", f"### {value.title}", "", f"`{value.path}` · {unit}", "")
    yield from head("mulai", "sampai", "nilai", "dasar", "keyakinan")
    for entry in value.entries:
        basis = "; ".join(book.cite(citation) for citation in entry.citations)
        note = f" ({entry.note})" if entry.note else ""
        sure = SURE[entry.confidence] + (
            "; tanggal belum pasti" if entry.date_uncertain else ""
        )
        until = entry.to_on or ""
        yield row(entry.from_on, until, written(value, entry), basis + note, sure)
    for entry in value.entries:
        yield from value_table(value, entry)
    for remark in value.notes:
        since = f"{remark.from_on}: " if remark.from_on else ""
        yield f"\n* {since}{cell(remark.text)}"


def law_page() -> Iterator[str]:
    """Write every value, duty and text of the law."""
    book = enacted()
    yield from ("# Hukum", "", f"Versi `{book.version}`. Nilai terlama di atas.")
    group = ""
    for value in book.parameters():
        if value.path.split("/")[0] != group:
            group = value.path.split("/")[0]
            yield from ("", f"## `{group}`")
        yield from history(book, value)
    yield from ("", "## Kewajiban", "")
    yield from head("kewajiban", "siapa", "temuan", "dasar")
    for duty in book.obligations.values():
        bases = [book.cite(c) for basis in duty.legal_bases for c in basis.citations]
        codes = " ".join(f"`{code}`" for code in duty.findings)
        yield row(duty.title, duty.who, codes, "; ".join(dict.fromkeys(bases)))
    yield from ("", "## Peraturan", "")
    yield from head("id", "peraturan", "judul", "berlaku", "judul diyakini")
    for one in book.instruments.values():
        sure = SURE[one.title_confidence]
        yield row(f"`{one.id}`", one.short, one.title, one.in_force_from, sure)


def column_row(form: Format, column: Column) -> str:
    """Write one input column: what it means and under which headers it comes."""
    needed = [need.text() for need in form.required if column.name in str(need.groups)]
    choices = " ".join(f"`{word}`" for word in column.choices)
    says = f"{column.describes} {choices}"
    return row(f"`{column.name}`", "; ".join(needed), says, ", ".join(column.aliases))


def formats_page() -> Iterator[str]:
    """Write every input file with its columns."""
    yield from ("# Berkas masukan", "")
    yield "Huruf besar-kecil, spasi, dan tanda baca pada judul kolom diabaikan."
    for form in all_formats().values():
        yield from ("", f"## `{form.kind}`: {form.title}", "", form.describes, "")
        yield from head("kolom", "wajib", "arti", "judul lain yang dikenal")
        yield from (column_row(form, column) for column in form.columns)


def specified(path: Path) -> Iterator[str]:
    """Write the sentences that a specification proves: the names of its tests."""
    if not path.exists():
        return
    where = path.relative_to(ROOT)
    yield from ("", f"Dibuktikan oleh [{where.name}](../../{where}):", "")
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield "* " + node.name.removeprefix("test_").replace("_", " ")


def findings_page() -> Iterator[str]:
    """Write every finding with the duty that it says is broken."""
    book = enacted()
    yield from ("# Temuan", "")
    yield "Apa arti temuan: [penjelasan](../explanation/apa-arti-temuan.md)."
    for code, finding in all_findings().items():
        about = "pemberi kerja" if isinstance(finding, EmployerFinding) else "orang"
        yield from ("", f"## `{code}`: {finding.label}", "", f"Tentang {about}.", "")
        yield from (finding.description, "")
        yield from head("kewajiban", "dasar", "sejak", "keyakinan")
        for duty in book.obligations_of(code):
            for basis in duty.legal_bases:
                cited = "; ".join(book.cite(citation) for citation in basis.citations)
                yield row(duty.title, cited, basis.from_on, SURE[basis.confidence])
        yield from specified(ROOT / "tests" / "spec" / "findings" / f"test_{code}.py")


def measures_page() -> Iterator[str]:
    """Write every published figure."""
    yield from ("# Ukuran", "")
    yield "Mengapa rentang: [penjelasan](../explanation/cakupan-sebagai-rentang.md)."
    for code, item in all_measures().items():
        yield from ("", f"## `{code}`: {item.label}", "", item.description, "")
        yield from head("batas bawah", "batas atas", "dirinci menurut")
        details = ", ".join(f"`{name}`" for name in item.breakdowns)
        yield row(f"`{item.low}`", f"`{item.high}`", details)


def rules_table(rules: tuple[Rule, ...]) -> Iterator[str]:
    """Write a decision table: the first rule that holds decides."""
    yield from head("urutan", "aturan", "hasil", "bila", "syarat persisnya")
    for place, rule in enumerate(rules, 1):
        yield row(
            place, f"`{rule.code}`", f"`{rule.outcome}`", rule.text, f"`{rule.when}`"
        )


def coverage_page() -> Iterator[str]:
    """Write how the status of a membership and of a person is decided."""
    yield from ("# Status perlindungan", "")
    yield "Aturan pertama yang terpenuhi menentukan. Istilah: [GLOSSARY](../../GLOSSARY.md)."
    yield from ("", "## Satu kepesertaan", "", *rules_table(MEMBERSHIP_RULES))
    yield from ("", "## Satu orang", "", "Seseorang memakai keadaan terkuat di antara")
    yield from ("kepesertaannya: " + ", ".join(f"`{s}`" for s in STATES) + ".", "")
    yield from rules_table(PERSON_RULES)


def tables_page() -> Iterator[str]:
    """Write every table of a snapshot with its columns."""
    yield from ("# Tabel hasil", "")
    yield "Isi `DIR/current`: berkas Parquet. Nama dan arti kolom dalam bahasa Inggris."
    for table in all_tables():
        yield from ("", f"## `{table.name}`", "", table.meaning, "")
        yield from head("kolom", "arti")
        yield from (row(f"`{name}`", says) for name, says in table.columns.items())


def commands_page() -> Iterator[str]:
    """Write the help of every command as the terminal shows it."""
    yield from ("# Perintah", "")
    group = Naungan(name="naungan")
    parent = click.Context(group, info_name="./naungan", max_content_width=WIDTH)
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        assert command is not None
        context = click.Context(
            command,
            parent=parent,
            info_name=name,
            terminal_width=WIDTH,
            max_content_width=WIDTH,
        )
        yield from (f"## {name}", "", "```text")
        yield from (line.rstrip() for line in command.get_help(context).splitlines())
        yield from ("```", "")


PAGES = {
    "law.md": (law_page, "nilai, kewajiban, dan peraturan beserta riwayatnya"),
    "findings.md": (findings_page, "temuan, artinya, dan dasar hukumnya"),
    "measures.md": (measures_page, "ukuran yang diterbitkan"),
    "coverage.md": (coverage_page, "bagaimana status perlindungan ditentukan"),
    "formats.md": (formats_page, "berkas masukan, kolom, dan judul yang dikenal"),
    "tables.md": (tables_page, "tabel hasil dan arti kolomnya"),
    "commands.md": (commands_page, "perintah dan pilihannya"),
}


def index_page() -> Iterator[str]:
    """Write the list of pages."""
    yield from ("# Rujukan", "")
    yield "Ditulis dari kode oleh `./naungan fix`; jangan disunting dengan tangan."
    yield ""
    yield from (f"* [{name}]({name}): {says}" for name, (_, says) in PAGES.items())


def pages() -> dict[str, str]:
    """Write every page of the reference, by file name."""
    found = {name: "\n".join(page()) for name, (page, _) in PAGES.items()}
    found["README.md"] = "\n".join(index_page())
    return {name: text.rstrip() + "\n" for name, text in found.items()}


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are stale."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, text in pages().items():
        path = FOLDER / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8")
    print("\n".join(f"docs/reference/{name}" for name in stale))
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
