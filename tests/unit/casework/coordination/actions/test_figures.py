"""Numbers that are said: a share names its counts, and follows them."""

from decimal import Decimal

import pytest

from naungan.casework.accounts.access import ActRefused
from naungan.casework.coordination.actions import figures, saying


def count(table, held, value, unit="people"):
    """Write a count down."""
    return figures.add_figure(
        by=table.head, event=held, value=value, unit=unit, meaning="pekerja"
    )


def share(table, held, value, **counts):
    """Write a percent down that names its counts."""
    return figures.add_figure(
        by=table.head,
        event=held,
        value=value,
        unit="percent",
        meaning="cakupan",
        **counts,
    )


def test_a_share_is_reckoned_anew_when_its_counts_change_or_go(table, held):
    part, whole = count(table, held, 51_398), count(table, held, 239_799)
    said = share(table, held, 21, part=part, whole=whole)
    assert (said.checked["value"], said.checked["agrees"]) == ("21.43", True)
    figures.change_figure(
        by=table.head, figure=part, value=83_930, unit="people", meaning="pekerja"
    )
    said.refresh_from_db()
    assert (said.checked["value"], said.checked["agrees"]) == ("35", False)
    saying.remove_said(by=table.head, row=whole)
    said.refresh_from_db()
    assert (said.whole, said.checked) == (None, {})


def test_a_share_of_one_number_or_of_unlike_ones_is_refused(table, held):
    part, villages = count(table, held, 60), count(table, held, 360, "villages")
    for counts, why in (
        ({"part": part}, "dua angka"),
        ({"part": part, "whole": part}, "dua angka"),
        ({"part": part, "whole": villages}, "hal yang sama"),
    ):
        with pytest.raises(ActRefused, match=why):
            share(table, held, 50, **counts)
    with pytest.raises(ActRefused, match="Hanya persen"):
        figures.add_figure(
            by=table.head,
            event=held,
            value=1,
            unit="people",
            meaning="x",
            part=part,
            whole=villages,
        )


def test_a_figure_needs_a_unit_that_is_known(table, held):
    for unit, value in (("kodi", 1), ("people", Decimal(10) ** 18)):
        with pytest.raises(ActRefused, match="satuannya"):
            figures.add_figure(
                by=table.head, event=held, value=value, unit=unit, meaning="x"
            )
