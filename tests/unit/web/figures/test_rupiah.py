"""Rupiah on a page: written whole, written short, and the number for a file."""

from naungan.web.figures.rupiah import Idr


def test_an_amount_is_written_whole_or_short_and_keeps_its_number():
    one = Idr(2_412_345_678)
    assert str(one) == "Rp2.412.345.678"
    assert one.short == "Rp2,41 miliar"
    assert one.amount == 2_412_345_678


def test_nothing_is_false_and_amounts_are_ordered():
    assert not Idr(0)
    assert Idr(1) < Idr(2)
