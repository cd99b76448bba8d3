"""What came of reading one written value: the value, a doubt, or a refusal."""

from dataclasses import dataclass
from typing import Generic, TypeVar


Value = TypeVar("Value")


@dataclass(frozen=True)
class Parsed(Generic[Value]):
    """A value read from text, with what a person should know about the reading.

    `value` is None when nothing could be read; then `note` says why and how to
    mend it, in Indonesian. With a value, `note` is empty or names the doubt:
    another reading is possible, or a part was derived rather than written.
    """

    value: Value | None
    note: str = ""
