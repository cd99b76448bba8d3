"""Published coverage figures, checked: the door for commands."""

from naungan.engine.published.answer import Answer
from naungan.engine.published.arithmetic import UNCHECKED_REASONS, Failure
from naungan.engine.published.check import SHIPPED, check_figures
from naungan.engine.published.league import FURTHEST_MONTHS, Standing, nearest
from naungan.engine.published.reading import read_figures
from naungan.engine.published.wording import number, percent


__all__ = [
    "FURTHEST_MONTHS",
    "SHIPPED",
    "UNCHECKED_REASONS",
    "Answer",
    "Failure",
    "Standing",
    "check_figures",
    "nearest",
    "number",
    "percent",
    "read_figures",
]
