"""Questions to the law by the million: a file of rows in, the same file answered out."""

from naungan.engine.law_bulk.file import Counts, answer_file


__all__ = ["Counts", "answer_file"]
