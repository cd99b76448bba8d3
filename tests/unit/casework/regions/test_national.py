"""The published target series: each with a source, none mixed with another."""

from decimal import Decimal

from naungan.casework.regions.national import of_region, published


def test_every_target_names_its_series_denominator_and_source():
    for one in published():
        assert one.series
        assert one.basis
        assert one.basis_en
        assert one.source_url.startswith("https://")
        assert one.confidence in {"VERIFIED", "SINGLE"}
        assert 0 < one.percent <= 100


def test_the_figures_are_those_that_were_published():
    found = {(one.series, one.month // 12): one.percent for one in published()}
    assert found["RPJMN 2025–2029", 2025] == Decimal("32.15")
    assert found["RPJMN 2025–2029", 2029] == Decimal("43.92")
    assert found["RKP 2026", 2026] == Decimal("34.99")
    assert found["UCJ Kemendagri", 2025] == Decimal("52.15")
    assert found["RPJPN 2025–2045", 2045] == Decimal("99.5")


def test_series_of_different_denominators_have_different_names():
    bases = {}
    for one in published():
        assert bases.setdefault(one.series, one.basis) == one.basis


def test_a_province_sees_its_own_series_and_a_neighbour_does_not():
    assert "RPJMD Lampung" in {one.series for one in of_region("18")}
    assert "RPJMD Lampung" not in {one.series for one in of_region("16.04")}
