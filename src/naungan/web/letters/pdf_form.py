"""A composed letter as PDF/UA, one or many at once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

from naungan.web.letters.composing import code_picture
from naungan.web.letters.setting import set_pdf


CONTENT_TYPE: Final = "application/pdf"
AT_ONCE: Final = 4


def write(data: dict[str, Any]) -> bytes:
    """Set one letter."""
    return set_pdf("letter.typ", _drawn(data))


def write_all(many: Sequence[dict[str, Any]]) -> list[bytes]:
    """Set many letters beside each other, in their order."""
    if len(many) == 1:
        return [write(many[0])]
    with ThreadPoolExecutor(AT_ONCE) as workers:
        return list(workers.map(write, many))


def _drawn(data: dict[str, Any]) -> dict[str, Any]:
    proof = data["proof"]
    if proof is None:
        return data
    return data | {"proof": proof | {"picture": code_picture(proof["address"])}}
