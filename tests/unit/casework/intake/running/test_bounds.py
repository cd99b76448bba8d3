"""Bounds come with the program, with reasons; an office changes them in its home."""

import pytest

from naungan.casework.intake.running.bounds import bounds, read, shipped
from naungan.lib.errors import InputRefused


def test_every_bound_has_a_reason_in_both_languages():
    for one in shipped().values():
        assert one.most >= 0
        assert one.reason.endswith(".")
        assert one.reason_en.endswith(".")


def test_an_office_changes_a_bound_and_keeps_the_others(settings, home):
    (home.path / "bounds.toml").write_text("[covered_fell]\nmost = 25\n")
    assert bounds()["covered_fell"].most == 25
    assert bounds()["covered_fell"].reason == shipped()["covered_fell"].reason
    assert bounds()["month_ahead"] == shipped()["month_ahead"]
    assert home == settings.HOME


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[covered]\nmost = 1\n", "covered tidak dikenal"),
        ("[covered_fell]\nmost = -1\n", "bilangan bulat"),
        ("[covered_fell]\nmost = true\n", "bilangan bulat"),
        ("covered_fell = 3\n", "bilangan bulat"),
        ("covered_fell\n", "bukan TOML"),
    ],
)
def test_a_wrong_bound_is_said_and_not_guessed(tmp_path, written, said):
    own = tmp_path / "bounds.toml"
    own.write_text(written)
    with pytest.raises(InputRefused, match=said):
        read(own)
