"""What happened between the offices and each invented employer, day by day.

A day counts from the opening of the case (`since` 0), from the end of the month of the
second or third publication (1, 2), or from today (`NOW`).
"""

from dataclasses import dataclass
from typing import Final


NOW: Final = -1


@dataclass(frozen=True)
class Event:
    """Something done on a day: which verb, upon what, in which words."""

    after: int
    verb: str
    what: str = ""
    text: str = ""
    since: int = 0


@dataclass(frozen=True)
class Story:
    """What happens to so many employers of one course or kind.

    `since` says from where the day of opening counts, `opened` how many days after.
    """

    course: str
    count: int
    events: tuple[Event, ...]
    since: int = 0
    opened: int = 0


CLAIM: Final = "Seluruh pekerja kami sudah didaftarkan bulan ini (rekaan)."
ASKS: Final = "Kami mohon waktu menyiapkan data pekerja (rekaan)."
HEARD: Final = "Diterima; tenggang teguran tetap berjalan (rekaan)."
BELIEVED: Final = "Bukti pendaftaran dilampirkan; diterima di atas kertas (rekaan)."
PROVEN: Final = "Tidak ada lagi pada temuan potret berikutnya (rekaan)."
CONTRADICTED: Final = (
    "Terdaftar di atas kertas saja: data memuat sebagian pekerja (rekaan)."
)
NO_PERMIT: Final = "Izin usahanya diterbitkan pusat, bukan di sini (rekaan)."

CONTACT: Final = Event(1, "step", "first_contact")
WARNED: Final = (CONTACT, Event(8, "step", "warning_1"))
WARNED_TWICE: Final = (*WARNED, Event(26, "step", "warning_2"))
FINED: Final = (
    *WARNED_TWICE,
    Event(34, "visit", "refused"),
    Event(50, "step", "fine"),
)
WITHHELD: Final = (
    *FINED,
    Event(86, "step", "tmp2t_request"),
    Event(86, "send", "withhold", "Mohon layanan perizinannya ditahan (rekaan)."),
)
REPORTED: Final = (
    *WITHHELD,
    Event(91, "accept", "withhold"),
    Event(97, "step", "tmp2t"),
    Event(110, "step", "inspector_report"),
    Event(110, "send", "report", "Tetap tidak mendaftar (rekaan)."),
    Event(117, "accept", "report"),
    Event(128, "step", "nota_1"),
)

WARNED_OF_LATE: Final = (
    Event(-29, "step", "first_contact", "", NOW),
    Event(-21, "step", "warning_1", "", NOW),
    Event(-2, "step", "warning_2", "", NOW),
)
FINED_OF_LATE: Final = (
    Event(-61, "step", "first_contact", "", NOW),
    Event(-54, "step", "warning_1", "", NOW),
    Event(-36, "step", "warning_2", "", NOW),
    Event(-28, "visit", "refused", "", NOW),
    Event(-12, "step", "fine", "", NOW),
)

STORIES: Final = (
    Story(
        "second",
        5,
        (*WARNED, Event(15, "visit", "promised"), Event(7, "settle", "", PROVEN, 1)),
    ),
    Story(
        "third",
        5,
        (
            *WARNED,
            Event(15, "reply", "", ASKS),
            Event(17, "consider", "", HEARD),
            Event(27, "step", "warning_2"),
            Event(36, "visit", "met"),
            Event(7, "settle", "", PROVEN, 2),
        ),
    ),
    Story(
        "paper",
        2,
        (
            *WARNED,
            Event(18, "reply", "", CLAIM),
            Event(21, "consider", "", BELIEVED),
            Event(45, "settle", "", BELIEVED),
        ),
    ),
    Story(
        "paper",
        1,
        (
            *WARNED_TWICE,
            Event(33, "reply", "", CLAIM),
            Event(36, "consider", "", BELIEVED),
            Event(45, "settle", "", BELIEVED),
            Event(9, "reopen", "", CONTRADICTED, 2),
        ),
    ),
    Story("still", 2, (*REPORTED, Event(165, "step", "nota_2"))),
    Story("still", 1, REPORTED),
    Story("still", 1, (*WITHHELD, Event(91, "accept", "withhold"))),
    Story("still", 1, (*WITHHELD, Event(92, "reject", "withhold", NO_PERMIT))),
    Story("still", 1, WITHHELD),
    Story("still", 1, FINED),
    Story("still", 1, WARNED_TWICE),
    Story("still", 1, (CONTACT, Event(9, "visit", "closed"))),
    Story("still", 1, FINED_OF_LATE, NOW, -62),
    Story("still", 1, WARNED_OF_LATE, NOW, -30),
    Story("still", 1, (Event(-11, "step", "first_contact", "", NOW),), NOW, -12),
    Story("government", 1, (CONTACT, Event(12, "visit", "met"))),
    Story("new", 1, (), NOW),
    Story("new", 1, (Event(-7, "step", "warning_1", "", NOW),), NOW, -10),
    Story(
        "new",
        1,
        (Event(-6, "step", "warning_1", "", NOW), Event(0, "link", "", ASKS, NOW)),
        NOW,
        -8,
    ),
    Story("new", 1, (Event(-18, "step", "warning_1", "", NOW),), NOW, -20),
)
"""Every story of the registration track; the employers are taken in their order."""
