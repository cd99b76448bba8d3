"""Lines that a page or an editor broke, joined into the paragraphs they were."""

import re
from typing import Final


NARROWEST: Final = 60  # letters of the longest line of a wrapped text, at least
WIDEST: Final = 140
_ENDS: Final = re.compile(r"[.!?:;”\"]$")
_BEGINS: Final = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-z])[.)]\s|[-•*–]\s|[A-Z][\w/ ]{2,28}\s*:|[A-Z][A-Z .,]{3,40}\s[–—-])"
)
_HYPHEN: Final = re.compile(r"(\w)-$")


def looks_wrapped(lines: list[str]) -> bool:
    """Tell whether no line is longer than one of a page, and some fill it."""
    widest = max((len(line) for line in lines), default=0)
    return NARROWEST <= widest <= WIDEST


def unwrapped(lines: list[str]) -> list[str]:
    """Join what was broken: a full line goes on unless the next one begins anew.

    An empty line ends a paragraph, and so does a short one, for pages keep no empty
    lines between them.
    """
    widest = max((len(line.strip()) for line in lines), default=0)
    found: list[str] = []
    goes_on = False
    for raw in lines:
        line = raw.strip()
        if not line:
            goes_on = False
            continue
        if goes_on and not _BEGINS.match(line):
            found[-1] = _continued(found[-1], line)
        else:
            found.append(line)
        goes_on = len(line) * 10 >= widest * (9 if _ENDS.search(line) else 7)
    return found


def _continued(before: str, line: str) -> str:
    """A word broken at the end of a line is one word again."""
    if _HYPHEN.search(before) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"
