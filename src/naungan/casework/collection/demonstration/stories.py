"""What happened with each invented employer in arrears: letters, mandates, payments."""

from typing import Final

from naungan.casework.compliance.demonstration.stories import NOW, Event, Story


IN_ARREARS: Final = "arrears"
SETTLED: Final = "Iuran dan denda keterlambatan lunas (rekaan)."
EMPTY: Final = "Dipanggil dua kali, tidak hadir; disarankan menggugat (rekaan)."
TERM: Final = "14"  # days that each letter gives, as the officer wrote them

LETTER: Final = (Event(3, "step", "arrears_letter_1", TERM),)
LETTERS: Final = (
    *LETTER,
    Event(21, "step", "arrears_letter_2", TERM),
    Event(39, "step", "arrears_letter_3", TERM),
)
MANDATED: Final = (
    *LETTERS,
    Event(60, "mandate", "non_litigation"),
    Event(66, "accept", "mandate"),
    Event(67, "register"),
    Event(75, "step", "prosecutor_summons", "7"),
    Event(90, "step", "prosecutor_negotiation", "30"),
)

STORIES: Final = (
    Story(IN_ARREARS, 1, MANDATED),
    Story(
        IN_ARREARS,
        1,
        (
            *MANDATED,
            Event(105, "pay", "half"),
            Event(125, "pay", "all"),
            Event(127, "realise"),
            Event(128, "settle", "", SETTLED),
        ),
    ),
    Story(
        IN_ARREARS,
        1,
        (
            *MANDATED,
            Event(130, "step", "somasi", "14"),
            Event(150, "return", "", EMPTY),
            Event(170, "mandate", "litigation"),
        ),
    ),
    Story(
        IN_ARREARS,
        1,
        (
            *LETTER,
            Event(25, "step", "payment_pledge"),
            Event(25, "promise", "4"),
            *(Event(26, "instalment", f"{number}") for number in range(1, 5)),
            Event(7, "settle", "", SETTLED, 2),
        ),
    ),
    Story(
        IN_ARREARS,
        1,
        (
            *LETTERS,
            Event(58, "step", "payment_pledge"),
            Event(58, "promise", "6"),
            Event(59, "instalment", "1"),
            Event(59, "instalment", "2"),
        ),
    ),
    Story(
        IN_ARREARS,
        2,
        (*LETTER, Event(12, "pay", "all"), Event(13, "settle", "", SETTLED)),
    ),
    Story(
        IN_ARREARS,
        1,
        (
            *LETTERS,
            Event(45, "pay", "half"),
            Event(60, "step", "inspector_report"),
            Event(60, "send", "report", "Sisa iuran tetap tidak dibayar (rekaan)."),
            Event(66, "accept", "report"),
            Event(74, "step", "nota_1"),
        ),
    ),
    Story(
        IN_ARREARS,
        1,
        (
            Event(-62, "step", "arrears_letter_1", TERM, NOW),
            Event(-44, "step", "arrears_letter_2", TERM, NOW),
            Event(-26, "step", "arrears_letter_3", TERM, NOW),
            Event(-3, "mandate", "non_litigation", "", NOW),
        ),
        NOW,
        -66,
    ),
    Story(IN_ARREARS, 1, (Event(-5, "step", "arrears_letter_1", TERM, NOW),), NOW, -6),
)
"""Every story of the arrears track; the employers are taken in their order."""
