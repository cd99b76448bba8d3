"""What a programme pays: one question, handed to the programme that it names.

The programmes stand on the shelf `law/benefits`, one module each; this module
knows only that shelf. A question may state what its programme reads and nothing
else, so that a wage in a question about JKM is refused, not ignored.
"""

import importlib
from collections.abc import Sequence
from functools import cache
from pkgutil import iter_modules
from typing import Final, Protocol, cast

from naungan.law import benefits
from naungan.law.answer import Answer
from naungan.law.benefit_fields import PROGRAMME
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.lib.programmes import BITS


class Programme(Protocol):
    """What a module of the shelf offers."""

    FIELDS: Sequence[Field]

    def answer(self, facts: Facts, reader: Reader) -> Answer:
        """Answer a question that states fields of this programme only."""
        ...


@cache
def programmes() -> dict[str, Programme]:
    """Give the modules of the shelf by the code of their programme."""
    found = {one.name for one in iter_modules(benefits.__path__)}
    return {
        code: cast(
            Programme, importlib.import_module(f"{benefits.__name__}.{code.lower()}")
        )
        for code in BITS
        if code.lower() in found
    }


def _fields() -> tuple[Field, ...]:
    """Join the fields of all programmes; one name must mean one thing."""
    joined = {PROGRAMME.name: PROGRAMME}
    for module in programmes().values():
        for field in module.FIELDS:
            kept = joined.setdefault(field.name, field)
            assert kept == field, f"{field.name} means two things on the shelf"
    return tuple(joined.values())


FIELDS: Final = _fields()


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what a programme pays; what it does not read is refused."""
    code = facts.need("programme", str)
    module = programmes().get(code)
    if module is None:
        facts.refuse("programme", f"{code} tidak ada pada rak manfaat")
    names = (PROGRAMME.name, *(field.name for field in module.FIELDS))
    facts.only(names, code)
    return module.answer(facts, reader)
