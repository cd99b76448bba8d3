"""Write docs/reference from the code, so that the manual cannot fall behind.

The pages of docs/how-to keep their words; only the output that stands below a
command of `naungan law` is written anew.

Run by `./naungan fix`; `--check` writes nothing and fails when a page is stale,
which is what the consistency test asks.
"""

import ast
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from naungan.command import Naungan, Shelf
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
from naungan.law.book import enacted
from naungan.law.handbook.edition import row
from naungan.law.handbook.pages import handbook
from naungan.law.terms import CONFIDENCE


ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
WIDTH = 88
COLUMNS = 80
# A block of one command of the law, some words, and the block of what it printed.
ANSWERED = re.compile(
    r"(?P<above>```bash\n(?P<command>\./naungan law (?:[^`]*?\\\n)*[^`\n]*)\n```\n"
    r"(?:(?!```)[^#])*?```text\n).*?```",
    re.DOTALL,
)


def head(*titles: str) -> list[str]:
    """Write the head of a table."""
    return [row(*titles), "|" + "---|" * len(titles)]


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
                yield row(
                    duty.title,
                    cited,
                    basis.from_on,
                    CONFIDENCE[basis.confidence].text(),
                )
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


def command_help(parent: click.Context, name: str) -> Iterator[str]:
    """Write the help of a command and of every command on its own shelf."""
    group = parent.command
    assert isinstance(group, Shelf)
    command = group.get_command(parent, name)
    assert command is not None
    widths = {"terminal_width": WIDTH, "max_content_width": WIDTH}
    context = click.Context(command, parent=parent, info_name=name, **widths)
    path = context.command_path.removeprefix("./naungan ")
    yield from (f"## {path}", "", "```text")
    yield from (line.rstrip() for line in command.get_help(context).splitlines())
    yield from ("```", "")
    for inner in command.list_commands(context) if isinstance(command, Shelf) else ():
        yield from command_help(context, inner)


def commands_page() -> Iterator[str]:
    """Write the help of every command as the terminal shows it."""
    yield from ("# Perintah", "")
    group = Naungan(name="naungan")
    parent = click.Context(group, info_name="./naungan", max_content_width=WIDTH)
    for name in group.list_commands(parent):
        yield from command_help(parent, name)


PAGES = {
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
    says = "buku pegangan hukum: nilai, kewajiban, tangga penegakan, riwayat (id, en)"
    yield f"* [law](law/README.md): {says}"
    yield from (f"* [{name}]({name}): {says}" for name, (_, says) in PAGES.items())


def answered(text: str) -> str:
    """Write below each command of `naungan law` what it prints today."""

    def output(found: re.Match[str]) -> str:
        words = shlex.split(found["command"].replace("\\\n", " "))[1:]
        runner = CliRunner(env={"COLUMNS": str(COLUMNS)})
        done = runner.invoke(Naungan(), words, catch_exceptions=False)
        return f"{found['above']}{done.output.rstrip()}\n```"

    return ANSWERED.sub(output, text)


def guides() -> dict[str, str]:
    """Give every how-to page with its outputs renewed, by its place in docs."""
    paths = sorted((ROOT / "docs" / "how-to").glob("*.md"))
    return {
        f"../how-to/{path.name}": answered(path.read_text(encoding="utf-8"))
        for path in paths
    }


def pages() -> dict[str, str]:
    """Write every page of the reference, by its place in the folder."""
    found = {name: "\n".join(page()) for name, (page, _) in PAGES.items()}
    found["README.md"] = "\n".join(index_page())
    law = {f"law/{name}": text for name, text in handbook(enacted()).items()}
    whole = {**found, **law, **guides()}
    return {name: text.rstrip() + "\n" for name, text in whole.items()}


def left_behind(written: dict[str, str]) -> list[str]:
    """Name the pages of the law that nothing writes any more."""
    there = (path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.md"))
    return [name for name in there if name not in written]


def main(arguments: list[str]) -> int:
    """Write the pages, or with `--check` name those that are stale."""
    written = pages()
    check = "--check" in arguments
    stale = left_behind(written)
    for name in () if check else stale:
        (FOLDER / name).unlink()
    for name, text in written.items():
        path = FOLDER / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    places = (f"docs/reference/{name}" for name in stale)
    print("\n".join(place.replace("reference/../", "") for place in places))
    return 1 if stale and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
