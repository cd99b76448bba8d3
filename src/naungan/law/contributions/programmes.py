"""Which programmes a question is about, where the segment offers few of them."""

from collections.abc import Sequence

from naungan.law.answer import Draft, Used
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, words


def stated_or(
    path: str, facts: Facts, month: int, reader: Reader, draft: Draft
) -> tuple[str, ...]:
    """Give the programmes stated, else those of a list of the law, and say so."""
    stated = facts.get("programmes", tuple)
    if stated is not None:
        return stated
    read = reader.at_month(path, month, tuple)
    said = words("karena tidak disebut", "as none were given")
    say_programmes(draft, read.value, said, read.used)
    return read.value


def say_programmes(
    draft: Draft, programmes: Sequence[str], why: Words, *used: Used
) -> None:
    """Write which programmes are counted, why, and by which articles."""
    label = words(
        "Program: {list}", "Programmes: {list}", list="+".join(programmes) or "–"
    )
    draft.line("programmes", label, None, why, *used)


def only_offered(
    facts: Facts, programmes: Sequence[str], offered: Sequence[str]
) -> None:
    """Refuse a programme that is not open to the segment."""
    for one in programmes:
        if one not in offered:
            facts.refuse(
                "programmes",
                f"memuat {one} yang tidak terbuka untuk segmen ini; "
                f"pilih: {', '.join(offered)}",
            )
