"""A region is read by its code or its name; an unclear name is asked back."""

import pytest
from django.core.exceptions import ValidationError

from naungan.web.fields.region import RegionField, by_full_name, full_name


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("16.04", "16.04"),
        ("1604", "16.04"),
        ("Kabupaten Lahat", "16.04"),
        ("Kab. Lahatt", "16.04"),
        ("Sumatera Selatan", "16"),
        ("00", ""),
    ],
)
def test_a_region_is_known_by_code_and_by_name(written, code):
    assert RegionField().clean(written) == code


def test_a_region_that_need_not_be_written_may_be_left_out():
    assert RegionField(required=False).clean("") == ""
    with pytest.raises(ValidationError):
        RegionField().clean("")


def test_a_name_of_several_regions_is_asked_back_with_their_codes():
    with pytest.raises(ValidationError, match="Mungkin maksud Anda"):
        RegionField().clean("Sukamaju")


def test_a_name_of_no_region_is_refused():
    with pytest.raises(ValidationError, match="Tidak ada wilayah"):
        RegionField().clean("Qwxzqwxz")


def test_a_region_is_named_with_what_it_lies_in():
    assert full_name("16.04") == "Kabupaten Lahat, Sumatera Selatan"
    assert full_name("") == "Indonesia"


def test_inside_a_region_only_what_lies_in_it_is_taken():
    field = RegionField()
    field.inside, field.level = "16.04", "village"
    assert field.clean("Lubuk Sepang") == field.clean("Desa Lubuk Sepang")
    for elsewhere in ("Qwxzqwxz", "31.71.06.1001", "16.04.23", "00"):
        with pytest.raises(ValidationError, match="Kabupaten Lahat"):
            field.clean(elsewhere)


@pytest.mark.parametrize("code", ["16", "16.04", "16.04.23", "16.04.23.2005"])
def test_a_code_is_shown_by_a_name_that_is_read_back(code):
    shown = RegionField().prepare_value(code)
    assert shown == full_name(code)
    assert RegionField().clean(shown) == code


def test_what_is_no_full_name_is_shown_and_looked_for_as_it_was_written():
    assert RegionField().prepare_value("Lahatt") == "Lahatt"
    assert RegionField(max_length=20).prepare_value("16.04.23") == "16.04.23"
    assert by_full_name("Arahan, Kabupaten Lahat") is None
