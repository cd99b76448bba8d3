"""The words of a promise: what is claimed of it, what the data say, what is told in time."""

from typing import Final

from naungan.casework.intake.states import State


CLAIMS: Final = (
    State("not_begun", "belum dimulai", "not begun"),
    State("under_way", "sedang dikerjakan", "under way"),
    State("waiting", "menunggu lembaga lain", "waits for another institution"),
    State("done", "selesai", "done"),
)
"""What somebody says of a promise."""

VERDICTS: Final = (
    State("", "tidak ada pernyataan", "nothing is claimed"),
    State("waits", "menunggu data berikutnya", "waits for the next data"),
    State("agrees", "sesuai data", "agrees with the data"),
    State("contradicted", "bertentangan dengan data", "contradicted by the data"),
)
"""What the data say of what was claimed."""

STANDINGS: Final = (
    State("running", "berjalan", "running"),
    State("late", "terlambat", "late"),
    State("kept", "dipenuhi", "kept"),
    State("dropped", "tidak dilanjutkan", "dropped"),
    State("replaced", "digantikan", "replaced"),
)
"""Where a promise stands: exactly one of these, so that they add up to all."""

EVIDENCE: Final = (
    State("paper", "berkas", "a paper"),
    State("link", "tautan", "a link"),
    State("note", "keterangan", "a remark"),
)
"""What is shown for a promise."""

REMINDERS: Final = (
    State("two_weeks", "dua minggu sebelum jatuh tempo", "two weeks before it is due"),
    State("three_days", "tiga hari sebelum jatuh tempo", "three days before it is due"),
    State("overdue", "lewat jatuh tempo", "past its day"),
    State("escalated", "diteruskan kepada pimpinan rapat", "passed on to the meeting"),
)
"""What is told to whom, as the day comes and goes."""

DIRECTIONS: Final = (
    State("up", "naik", "up"),
    State("down", "turun", "down"),
)
"""Which way a figure should go."""


def label(states: tuple[State, ...], code: str, language: str = "id") -> str:
    """Give the words of a code in a language; the code itself where it has none."""
    found = next((one for one in states if one.code == code), None)
    if found is None:
        return code
    return found.label_en if language == "en" else found.label


def choices(states: tuple[State, ...]) -> list[tuple[str, str]]:
    """Give the words as the framework wants them."""
    return [(one.code, one.label) for one in states]
