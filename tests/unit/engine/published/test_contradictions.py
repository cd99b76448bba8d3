from naungan.engine.published.contradictions import contradictions


def codes(*figures):
    return [one.code for one in contradictions(figures)]


def test_two_sources_may_differ_by_rounding_only(figure):
    assert codes(figure("30.7"), figure("31")) == []
    assert codes(figure("30.7"), figure("32")) == ["percent_differs"]
    assert (
        codes(figure(covered=4_360_000, approximate=True), figure(covered=4_356_959))
        == []
    )
    assert codes(figure(covered=4_583_246), figure(covered=4_336_959)) == [
        "covered_differs"
    ]
    assert codes(figure(denominator=1_750_000), figure(denominator=1_009_250)) == [
        "denominator_differs"
    ]


def test_the_reason_names_both_numbers_and_hosts(figure):
    (found,) = contradictions(
        [
            figure(covered=5, source_host="satu.id"),
            figure("80", covered=7, source_host="dua.id"),
        ]
    )
    assert found.reason == (
        "Jumlah terlindungi Kabupaten Lahat ALL Januari 2025 berbeda: "
        "5 (satu.id) dan 7 (dua.id)."
    )


def test_a_bound_contradicts_what_lies_on_its_other_side(figure):
    assert codes(figure("80", bound="above"), figure("75")) == ["percent_differs"]
    assert codes(figure("50", bound="below"), figure("45")) == []


def test_counts_without_a_percentage_are_compared_by_their_share(figure):
    found = contradictions([figure(None, 40, 100), figure("42")])
    assert [one.code for one in found] == ["percent_differs"]
    assert "(dihitung)" in found[0].reason


def test_another_month_region_or_segment_is_no_contradiction(figure):
    first = figure("30")
    assert codes(first, figure("40", as_of="2025-02")) == []
    assert codes(first, figure("40", region_code="16.05")) == []
    assert codes(first, figure("40", segment="PU")) == []
    assert codes(first, figure("40", as_of="2025")) == []


def test_days_of_one_month_are_compared_across_sources_but_not_within_one(figure):
    page = {"source_url": "https://example.org/satu"}
    early = figure("30", as_of="2025-01-02", **page)
    assert codes(early, figure("40", as_of="2025-01-30")) == ["percent_differs"]
    assert codes(early, figure("40", as_of="2025-01-30", **page)) == []
    assert codes(early, figure("40", as_of="2025-01-02", **page)) == ["percent_differs"]


class TestSums:
    """Segments printed on one page add up to everybody printed there."""

    def page(self, figure, total, **parts):
        url = {"source_url": "https://example.org/halaman"}
        return [
            figure(covered=total, **url),
            *(
                figure(covered=count, segment=segment, **url)
                for segment, count in parts.items()
            ),
        ]

    def test_parts_that_add_up_pass(self, figure):
        assert codes(*self.page(figure, 60, PU=10, BPU=20, JAKON=25, PMI=5)) == []

    def test_parts_that_do_not_add_up_are_named(self, figure):
        (found,) = contradictions(self.page(figure, 61, PU=10, BPU=20, JAKON=25, PMI=5))
        assert found.code == "segments_do_not_add"
        assert (
            "PU + BPU + JAKON + PMI berjumlah 60, padahal tercetak 61" in found.reason
        )

    def test_without_migrant_workers_the_parts_may_fall_short(self, figure):
        assert codes(*self.page(figure, 61, PU=10, BPU=20, JAKON=25)) == []
        assert codes(*self.page(figure, 50, PU=10, BPU=20, JAKON=25)) == [
            "segments_do_not_add"
        ]

    def test_a_missing_part_leaves_nothing_to_add(self, figure):
        assert codes(*self.page(figure, 50, PU=10, BPU=90)) == []

    def test_denominators_are_added_only_when_all_are_printed(self, figure):
        page = self.page(figure, 55, PU=10, BPU=20, JAKON=25)
        from dataclasses import replace

        all_of_them = [replace(one, denominator=one.covered * 2) for one in page]
        assert codes(*all_of_them) == []
        wrong = [replace(all_of_them[0], denominator=100), *all_of_them[1:]]
        assert codes(*wrong) == ["segments_do_not_add"]
        assert codes(replace(page[0], denominator=100), *page[1:]) == []
