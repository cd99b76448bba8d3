"""How one office writes its file: separators, headers, dates, titles, totals."""

from dataclasses import dataclass

import numpy as np

from naungan.engine.synthetic.draws import bits


SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8", "cp1252", "utf-8-sig")
DATES = ("iso", "slash", "dash", "words", "place", "serial")
SEXES = (("L", "P"), ("Laki-laki", "Perempuan"), ("M", "F"), ("LK", "PR"))
CODES = ("plain", "dotted", "names")
MONEY = ("plain", "dotted", "rupiah")
MONTHS = ("iso", "slash", "words")
NIKS = ("text", "text", "number", "quoted")


@dataclass(frozen=True)
class Style:
    """The habits of one office; every file of it looks the same.

    `headers` turns the choice among aliases, `titles` counts merged rows above
    the header, `totals` and `blanks` say whether a total row and empty rows
    appear, `running` whether a column of running numbers stands first.
    """

    separator: str
    encoding: str
    dates: str
    sexes: tuple[str, str]
    codes: str
    money: str
    months: str
    niks: str
    headers: int
    titles: int
    totals: bool
    blanks: bool
    running: bool
    capitals: bool


def style_of(seed: int, file: str, *, spreadsheet: bool) -> Style:
    """Draw the habits of the office that sends a file, always the same."""

    def pick(what: str, options: int) -> int:
        drawn = bits(seed, f"style {file} {what}", np.zeros(1, dtype=np.int64))
        return int(drawn[0] % np.uint64(options))

    dates = DATES[pick("dates", 6 if spreadsheet else 5)]
    return Style(
        separator=SEPARATORS[pick("separator", len(SEPARATORS))],
        encoding=ENCODINGS[pick("encoding", len(ENCODINGS))],
        dates=dates,
        sexes=SEXES[pick("sexes", len(SEXES))],
        codes=CODES[pick("codes", len(CODES))],
        money=MONEY[pick("money", len(MONEY))],
        months=MONTHS[pick("months", len(MONTHS))],
        niks=NIKS[pick("niks", len(NIKS))],
        headers=pick("headers", 97),
        titles=pick("titles", 4),
        totals=bool(pick("totals", 2)),
        blanks=bool(pick("blanks", 2)),
        running=bool(pick("running", 3)),
        capitals=bool(pick("capitals", 2)),
    )
