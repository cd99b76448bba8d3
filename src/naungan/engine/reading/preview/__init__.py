"""The door through which an office looks at a file before any run takes it."""

from naungan.engine.reading.preview.columns import (
    HeaderColumn,
    Headers,
    Target,
    headers,
)
from naungan.engine.reading.preview.kinds import Kind, kind_of
from naungan.engine.reading.preview.lines import Lines, lines_of, table_of
from naungan.engine.reading.preview.trial import Reason, TriedOut, WrongCell, try_out
from naungan.engine.reading.preview.wrong_rows import WrongRow, WrongRows


__all__ = [
    "HeaderColumn",
    "Headers",
    "Kind",
    "Lines",
    "Reason",
    "Target",
    "TriedOut",
    "WrongCell",
    "WrongRow",
    "WrongRows",
    "headers",
    "kind_of",
    "lines_of",
    "table_of",
    "try_out",
]
