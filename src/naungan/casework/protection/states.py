"""What may happen to a person on a list in which state: one table, read by rule and page.

Everybody is in exactly one state, so that states can be counted apart and add up to
the list. Nobody counts as covered before a payment or the member extract proves it.
"""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused


STATES: Final = {
    "proposed": _("diusulkan"),
    "valid": _("lolos pemeriksaan"),
    "flagged": _("perlu diperbaiki"),
    "reserve": _("cadangan"),
    "decided": _("ditetapkan SK"),
    "budgeted": _("teranggarkan"),
    "enrolled": _("terdaftar"),
    "paid": _("terbayar"),
    "active": _("aktif dalam daftar peserta"),
    "refused": _("ditolak BPJS Ketenagakerjaan"),
    "withdrawn": _("ditarik dari usulan"),
    "ended": _("berakhir"),
    "renewed": _("diperpanjang"),
    "replaced": _("digantikan"),
}
"""Every state with its words, in the order of the work."""

OPEN: Final = ("proposed", "valid", "flagged", "reserve")
"""States in which the list is still being made."""

TAKEN: Final = ("decided", "budgeted", "enrolled", "paid", "active")
"""States in which a decision names the person."""

FILLING: Final = ("valid", *TAKEN)
"""States that fill a place: whoever must be corrected or waits does not."""

STANDING: Final = OPEN + TAKEN
"""States that use a place on the list, or wait for one."""

ENDED: Final = ("refused", "withdrawn", "ended", "renewed", "replaced")
"""States in which nothing more is done for the person here."""

COVERED: Final = ("paid", "active")
"""States that a payment or the member extract proves."""

BILLED: Final = ("enrolled", *COVERED)
"""States in which a month can be billed."""

NEAR_POOR: Final = 4
"""The last decile that counts as poor when somebody asks who could pay alone.

The count that the database keeps (`Tally.better`) draws the same line.
"""

_JUDGED: Final = ("valid", "flagged", "reserve")
TRANSITIONS: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    **{(state, "check"): _JUDGED for state in OPEN},
    **{(state, "correct"): ("proposed",) for state in (*OPEN, "refused")},
    **{(state, "withdraw"): ("withdrawn",) for state in (*OPEN, "refused")},
    ("flagged", "accept"): ("valid", "reserve"),
    ("valid", "decide"): ("decided",),
    ("decided", "revoke"): ("valid",),
    ("decided", "budget"): ("budgeted",),
    ("budgeted", "enrol"): ("enrolled", "refused"),
    **{(state, "pay"): (state,) for state in ("paid", "active")},
    ("enrolled", "pay"): ("paid",),
    **{(state, "see"): ("active",) for state in ("enrolled", "paid", "active")},
    ("active", "lose_sight"): ("enrolled", "paid"),
    **{(state, "end"): ("ended",) for state in TAKEN},
    **{(state, "replace"): ("replaced",) for state in (*TAKEN, "ended")},
    **{(state, "renew"): ("renewed",) for state in BILLED},
}
"""To which states a verb leads from a state; what is not here may not happen."""

_REFUSED: Final = {
    "check": _("Orang ini sudah ditetapkan atau sudah berakhir."),
    "correct": _("Data orang yang sudah ditetapkan tidak diubah; gantilah orangnya."),
    "withdraw": _("Orang yang sudah ditetapkan tidak ditarik; akhiri atau gantilah."),
    "accept": _("Hanya orang yang perlu diperbaiki dapat diterima dengan alasan."),
    "decide": _("Hanya orang yang lolos pemeriksaan dapat ditetapkan."),
    "revoke": _("Penetapan yang sudah dianggarkan tidak dicabut."),
    "budget": _("Hanya orang yang sudah ditetapkan dapat dianggarkan."),
    "enrol": _("Hanya orang yang sudah dianggarkan dapat didaftarkan."),
    "pay": _("Iuran dibayar sesudah orangnya terdaftar."),
    "see": _("Orang ini belum terdaftar."),
    "lose_sight": _("Orang ini tidak sedang aktif."),
    "end": _("Orang ini belum ditetapkan atau sudah berakhir."),
    "replace": _("Orang ini belum ditetapkan atau sudah digantikan."),
    "renew": _("Hanya orang yang terdaftar dapat diperpanjang."),
}


def may(state: str, verb: str) -> bool:
    """Tell whether a verb may happen in a state."""
    return (state, verb) in TRANSITIONS


def check(state: str, verb: str) -> None:
    """Refuse a verb that may not happen in a state."""
    if not may(state, verb):
        raise ActRefused(_REFUSED[verb])


def before(verb: str) -> tuple[str, ...]:
    """Name the states in which a verb may happen."""
    return tuple(state for state, done in TRANSITIONS if done == verb)


def diagram() -> str:
    """Draw the table as the manual shows it."""
    lines = ["stateDiagram-v2", "    [*] --> proposed"]
    arrows: dict[tuple[str, str], list[str]] = {}
    for (state, verb), after in TRANSITIONS.items():
        for one in after:
            arrows.setdefault((state, one), []).append(verb)
    lines += [f"    {a} --> {b}: {', '.join(v)}" for (a, b), v in arrows.items()]
    return "\n".join(lines) + "\n"
