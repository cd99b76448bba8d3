"""Cases of law in YAML: a question, what is expected, and whether it came so.

A file is a list; each case has a `name`, one question by its kind, and
`expect:` with any of the results, nested as they are. `expect: {refused: text}`
says that the law must refuse, with this text in its reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from naungan.law.answer import Answer
from naungan.law.book import Book
from naungan.law.kinds import KINDS, answer
from naungan.law.source.plain_yaml import parse_yaml
from naungan.lib.errors import InputRefused, LawRefused


REFUSED: Final = "refused"
_BESIDE: Final = ("name", "expect", "source")


@dataclass(frozen=True)
class Case:
    """One case: where it stands, its question, and what is expected of it."""

    name: str
    where: str
    kind: str
    stated: Mapping[str, Any]
    expect: Mapping[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of a case; `got` holds the results that were expected of it."""

    name: str
    ok: bool
    expected: Mapping[str, Any]
    got: Mapping[str, Any]
    answer: Answer | None

    def as_data(self) -> dict[str, Any]:
        """Give the outcome as JSON has it, with the trace of the answer."""
        return {
            "name": self.name,
            "ok": self.ok,
            "expected": self.expected,
            "got": self.got,
            "trace": self.answer.as_data() if self.answer else None,
        }


def read_cases(path: Path) -> list[Case]:
    """Read the cases of a file; a broken one raises InputRefused with its place."""
    items = read_yaml(path)
    if not isinstance(items, list) or not items:
        raise InputRefused(f"{path}: seharusnya daftar kasus; mulai dengan '- name:'.")
    return [_case(path, number, item) for number, item in enumerate(items, start=1)]


def read_yaml(path: Path) -> Any:
    """Read a YAML file whose scalars stay text; `null` and empty are None."""
    try:
        return parse_yaml(path.read_text(encoding="utf-8"), str(path))
    except UnicodeDecodeError as error:
        raise InputRefused(f"{path} bukan teks UTF-8; simpan ulang.") from error
    except FileNotFoundError as error:
        raise InputRefused(f"{path} tidak ada; periksa jalurnya.") from error


def check(case: Case, book: Book | None = None) -> Outcome:
    """Ask the law one case and compare what it answers with what is expected."""
    if not case.expect:
        missing = f"{case.where}: expect kosong; isi hasil yang diharapkan."
        return Outcome(case.name, False, {}, {REFUSED: missing}, None)
    expected = _with_numbers(case.expect)
    try:
        answered = answer(case.kind, case.stated, book, case.where)
    except LawRefused as refusal:
        got: dict[str, Any] = {REFUSED: str(refusal)}
        wanted = str(case.expect.get(REFUSED, "\0"))
        return Outcome(case.name, wanted in str(refusal), expected, got, None)
    got = _same_keys(expected, answered.as_data()["results"])
    return Outcome(case.name, got == expected, expected, got, answered)


def _case(path: Path, number: int, item: Any) -> Case:
    where = f"{path.name} kasus ke-{number}"
    if not isinstance(item, Mapping):
        raise InputRefused(f"{where}: seharusnya nama: isi, mulai dengan name.")
    kinds = [key for key in item if key not in _BESIDE]
    if len(kinds) != 1 or not isinstance(item[kinds[0]], Mapping):
        known = ", ".join(KINDS)
        raise InputRefused(
            f"{where}: seharusnya satu pertanyaan ({known}) dan expect; "
            f"yang tertulis: {', '.join(map(str, kinds)) or 'tidak ada'}."
        )
    name = str(item.get("name") or f"ke-{number}")
    expect = item.get("expect") or {}
    if not isinstance(expect, Mapping):
        raise InputRefused(f"{where}: expect seharusnya nama: nilai.")
    return Case(name, f"{path.name} “{name}”", kinds[0], item[kinds[0]], expect)


def _with_numbers(value: Any) -> Any:
    """Make whole numbers of the digits that a case expects."""
    if isinstance(value, Mapping):
        return {key: _with_numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_with_numbers(one) for one in value]
    if isinstance(value, str):
        plain = value.replace("_", "")
        if plain.removeprefix("-").isdecimal():
            return int(plain)
        return {"true": True, "false": False}.get(value, value)
    return value


def _same_keys(expected: Any, results: Any) -> Any:
    if isinstance(expected, Mapping):
        if not isinstance(results, Mapping):
            return results
        return {key: _same_keys(one, results.get(key)) for key, one in expected.items()}
    return results
