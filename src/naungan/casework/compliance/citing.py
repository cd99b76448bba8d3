"""The articles that a finding or a step rests on, as of a day, with how sure they are."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from naungan.law.answer import Used
from naungan.law.book import enacted


ARREARS: Final = "arrears"
REGISTRATION: Final = "registration_and_data"
IN_ARREARS: Final = "MENUNGGAK"


def of_finding(code: str, on: date) -> list[dict[str, Any]]:
    """Give the articles of the duties that a finding says are broken."""
    book = enacted()
    return [
        {
            "duty": duty.code,
            "text": f"{book.instruments[basis.instrument].short} {basis.article}",
            "confidence": basis.confidence,
        }
        for duty in book.obligations_of(code)
        for basis in duty.bases_on(on)
    ]


def of_used(used: Iterable[Used]) -> list[dict[str, Any]]:
    """Give what a step cites in plain values, so that it stays as it was."""
    return [
        {"path": one.path, "text": one.basis, "confidence": one.confidence}
        for one in used
    ]


def track_of(code: str) -> str:
    """Give the track on which a finding is pursued."""
    duties = enacted().obligations_of(code)
    owes = any(duty.category == IN_ARREARS for duty in duties)
    return ARREARS if owes else REGISTRATION


def known(code: str) -> bool:
    """Tell whether a finding breaks a duty of the law."""
    return bool(enacted().obligations_of(code))
