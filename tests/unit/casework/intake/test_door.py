"""What one request asked is kept for it alone, and gone when its answer is made."""

import pytest

from naungan.casework.intake import door


@pytest.fixture
def asked(monkeypatch):
    """Give which regions the database was asked for."""
    made = []

    def newest(code):
        made.append(code)
        return dict.fromkeys(door.lineage(code))

    monkeypatch.setattr(door, "_newest", newest)
    return made


def test_a_region_and_what_it_lies_in_are_asked_for_once_within_a_request(asked):
    with door.asking_once():
        for code in ("16.04.10", "16.04.10", "16.04", ""):
            assert door.newest(code) is None
    assert asked == ["16.04.10"]


def failing_page():
    """Ask for something, then fail as a page may."""
    with door.asking_once():
        door.newest("16.04")
        raise ValueError("a page")


def test_nothing_is_kept_behind_a_request_also_one_that_failed(asked):
    with pytest.raises(ValueError, match="a page"):
        failing_page()
    door.newest("16.04")
    door.newest("16.04")
    assert asked == ["16.04"] * 3
