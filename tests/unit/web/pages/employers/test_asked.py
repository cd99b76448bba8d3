import pytest
from django.http import QueryDict

from naungan.web.pages.employers.asked import Asked, asked


def read(address):
    return asked(QueryDict(address))


def test_an_empty_address_asks_for_everything_by_score():
    assert read("") == Asked()


def test_every_part_of_an_address_is_read():
    question = read(
        "temuan=partial_workers&skala=large&kecamatan=16.04.10&nama=maju&urut=people&hal=3"
    )
    assert question == Asked(
        "partial_workers", "large", "16.04.10", "maju", "people", 3
    )
    assert question.sought.code == "partial_workers"
    assert question.sought.region == "16.04.10"


@pytest.mark.parametrize(
    "address",
    [
        "temuan=x",
        "skala='",
        "kecamatan=16.04",
        "kecamatan=99.99.99",
        "kecamatan=abc",
        "urut=rank",
        "hal=-1",
        "hal=0",
        "hal=satu",
        "nama=   ",
    ],
)
def test_what_nobody_offers_is_not_asked(address):
    assert read(address) == Asked()


def test_a_name_is_cut_and_a_page_is_bounded():
    assert len(read("nama=" + "a" * 500).name) == 80
    assert read("hal=" + "9" * 10).page == 100_000
    assert read("hal=" + "9" * 30).page == 1  # no number of anything
