import json

import pytest

from naungan.engine.published import SHIPPED, check_figures
from naungan.lib.errors import InputRefused


LAHAT = "16.04,Kabupaten Lahat,2025-10,ALL,51398,239799,21,,0,,https://example.org/a"
BALI = "51,Bali,2025-03-31,ALL,935079,1873899,50.88,67.28,0,,https://example.org/b"


def test_every_row_is_checked_unchecked_or_refused(write):
    answer = check_figures(
        write(LAHAT, BALI, "16.04,,2025,ALL,,,30,,,,", "x,,,,,,,,,,")
    )
    assert (answer.rows, answer.checked) == (4, 2)
    assert (len(answer.unchecked), len(answer.refused)) == (1, 1)
    assert answer.rows == answer.checked + len(answer.unchecked) + len(answer.refused)


def test_the_answer_is_plain_data(write):
    data = check_figures(write(LAHAT, BALI, "x,,,,,,,,,,")).as_data()
    assert json.loads(json.dumps(data)) == data
    (failed,) = data["failed"]
    assert {key: failed[key] for key in ("row", "region_code", "as_of", "segment")} == {
        "row": 2,
        "region_code": "51",
        "as_of": "2025-03-31",
        "segment": "ALL",
    }
    assert (failed["published"], failed["computed"]) == (50.88, 49.9)
    assert failed["code"] == "does_not_divide"
    assert data["rejected"][0]["column"] == "region_code"
    assert data["league"]["regency"][0]["gap"] == 188_401
    assert data["league"]["province"][0]["doubt"] == "tidak cocok dengan jumlahnya"


def test_contradictions_and_drifts_are_plain_data_too(write):
    data = check_figures(
        write(
            "16,,2025-03,ALL,1,1009250,30.7,,,,https://a.org",
            "16,,2025-03,ALL,1,1009250,32,,,,https://b.org",
            "16,,2026-02,ALL,,1750000,40,,1,,https://c.org",
        )
    ).as_data()
    (contradiction,) = data["contradictions"]
    assert contradiction["code"] == "percent_differs"
    assert [one["row"] for one in contradiction["figures"]] == [1, 2]
    (drift,) = data["drift"]
    assert drift["change_percent"] == 73.4
    assert [drift["from"]["row"], drift["to"]["row"]] == [2, 3]


def test_a_region_keeps_its_own_rows_and_its_place_in_the_whole(write):
    path = write(LAHAT, BALI, "16,,2025-10,ALL,,,25,,,,", "16.05,,2025,ALL,,,60,,,,")
    answer = check_figures(path, "16.04")
    assert answer.rows == 1
    assert answer.failed == ()
    (one,) = answer.league["regency"]
    assert (one.place, one.figure.row) == (2, 1)
    assert one.difference == "\N{MINUS SIGN}4,0 poin, lebih rendah"
    assert answer.league["province"] == []
    assert check_figures(path, "16").rows == 3


def test_only_a_division_that_fails_puts_a_percentage_in_doubt(write):
    answer = check_figures(write("92.08,,2023-08,ALL,25721,20390,126.15,,0,,"))
    assert [one.code for one in answer.failed] == ["above_hundred"]
    assert answer.league["regency"][0].doubt == ""


@pytest.mark.parametrize("region", ["99", "Lahat", "16.99"])
def test_an_unknown_region_is_refused(region):
    with pytest.raises(InputRefused, match="tidak ada"):
        check_figures(SHIPPED, region)
