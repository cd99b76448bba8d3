"""How long lists are read: so many rows, then the next after an opaque key."""

from typing import Annotated, Final

from django.utils.translation import gettext_noop as _
from ninja import Query


MOST: Final = 1_000
KEY: Final = r"^[A-Za-z0-9_.:-]{1,120}$"

Limit = Annotated[
    int, Query(ge=1, le=MOST, description=_("Paling banyak berapa baris."))
]
After = Annotated[
    str | None,
    Query(
        pattern=KEY,
        description=_("`next` dari jawaban sebelumnya, untuk halaman berikutnya."),
    ),
]


def place(after: str | None, of: str) -> int:
    """Read a key that counts rows of something that never changes.

    A key of another publication begins at the beginning: the order is another.
    """
    named, _, count = (after or "").rpartition(":")
    return int(count) if named == of and count.isdecimal() and len(count) < 10 else 0


def following(of: str, begun: int, given: int, limit: int) -> str | None:
    """Give the key behind a page that was filled; None where it was the last."""
    return f"{of}:{begun + given}" if given == limit else None


def number_of(after: str | None) -> int | None:
    """Read a key that is a number; None for the beginning."""
    return int(after) if after and after.isdecimal() and len(after) < 19 else None
