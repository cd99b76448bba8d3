"""The small book, for every test here."""

from tests.unit.law.small_book import book, local, shelf


__all__ = ["book", "local", "shelf"]
