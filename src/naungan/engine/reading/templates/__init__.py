"""The door to the empty files that offices fill in."""

from naungan.engine.reading.templates.headings import heading_of
from naungan.engine.reading.templates.workbook import KINDS, write_template


__all__ = ["KINDS", "heading_of", "write_template"]
