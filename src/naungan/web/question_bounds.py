"""How much one question to the law may ask where everybody may ask it.

The calculator's pages and the interface for programs ask within the same bounds.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from naungan.law.answer import Answer
from naungan.law.kinds import answer, kind
from naungan.law.question import Facts, read_facts
from naungan.lib.dates import month_of
from naungan.lib.errors import LawRefused


PRIVATE: Final = frozenset({"name", "letter"})
"""Texts that could name somebody: no form, address or program states them."""

MOST_CHARACTERS: Final = 200
MOST_ROWS: Final = 100
MOST_MONTHS: Final = 600
"""Rows times months of arrears, times instalments where they are planned, that one
page counts; more is work for the terminal."""

LIKELY_INSTALMENTS: Final = 24  # where their amount is stated, not their number

_TOO_MANY: Final = (
    "terlalu banyak untuk satu halaman; gabungkan baris yang sama dengan banyaknya"
)
_TOO_LONG: Final = (
    "terlalu banyak untuk satu halaman; kurangi bulan tunggakan atau cicilannya"
)


def answer_bounded(code: str, stated: Mapping[str, Any]) -> Answer:
    """Answer a question of a kind; one that would keep everybody waiting is refused.

    Values are texts, or lists of rows of texts. Raises LawRefused.
    """
    for name, value in flat(stated):
        if len(value) > MOST_CHARACTERS:
            raise LawRefused(
                f"{name.rsplit('-', 1)[-1]} terlalu panjang; tulis paling banyak "
                f"{MOST_CHARACTERS} huruf."
            )
    for name, value in stated.items():
        if not isinstance(value, str) and len(value) > MOST_ROWS:
            raise LawRefused(f"{name} {_TOO_MANY}.")
    _refuse_heavy(read_facts(stated, kind(code).FIELDS))
    return answer(code, stated)


def _refuse_heavy(facts: Facts) -> None:
    """Refuse what would keep everybody else waiting."""
    counted = _months(facts)
    if counted > MOST_MONTHS:
        facts.refuse("workers", _TOO_MANY)
    for name in ("instalments", "instalment"):
        stated = facts.get(name, int)
        if stated is None:
            continue
        count = stated if name == "instalments" else LIKELY_INSTALMENTS
        if counted * count > MOST_MONTHS:
            facts.refuse(name, _TOO_LONG)


def _months(facts: Facts) -> int:
    """Count the months of arrears that would be reckoned, over all rows."""
    of_all = len(_several(facts, "months")) or 1
    since, on = facts.stated.get("since"), facts.stated.get("on")
    if since is not None and on is not None:
        of_all = max(1, month_of(on) - since)
    rows = _several(facts, "workers")
    return sum(len(_several(one, "months")) or of_all for one in rows) or of_all


def _several(facts: Facts, name: str) -> tuple[Any, ...]:
    """Give what is a list in some questions and a number in others."""
    found = facts.stated.get(name)
    return found if isinstance(found, tuple) else ()


def flat(stated: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every value with the name of its input, rows numbered from one."""
    for name, value in stated.items():
        if isinstance(value, str):
            yield name, value
        else:
            for number, row in enumerate(value, start=1):
                for part, said in row.items():
                    yield f"{name}-{number}-{part}", said
