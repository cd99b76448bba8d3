"""A pair as the page shows it: words, marks, signed weights and bars around zero."""

from datetime import date

import pytest
from django.utils import translation
from tests.office_database import HOME  # sets Django up

from naungan.web.pages.review import comparing, presenter


assert HOME
PERSON = {
    "name": "Siti Rahmawati",
    "nik_marked": "1604••••••••90•1",
    "birth_date": date(1985, 5, 17),
    "sex": "F",
    "village_code": 1604012001,
    "segment": "BPU",
    "lists": "village+payroll",
    "status": "possible",
    "effect": 1,
    "wage": None,
    "employer_ref": None,
}
MEMBER = {
    "kpj": "26000002093",
    "name": "Siti Rahmawti",
    "nik_marked": "1604••••••••91•1",
    "birth_date": None,
    "birth_year": 1985,
    "sex": "F",
    "npp": "P-001",
    "segment": "PU",
    "programmes": 3,
    "paid_through": 2026 * 12 + 9,
    "reported_wage": 3_500_000,
    "file": "peserta.csv",
    "line": 9,
}
FIELDS = [
    ("nik", "slip_serial", -1.84),
    ("name", "near", 3.1),
    ("birth", "same_year", 2.0),
    ("sex", "same", 0.02),
    ("place", "regency", 0.9),
    ("employer", "missing", 0.0),
    ("rivals", "rest", -1.0),
]
FOUND = {
    "person": PERSON,
    "member": MEMBER,
    "rows": [{"file": "desa.csv", "line": 3, "row": 1, "sha256": "ab"}],
    "fields": FIELDS,
    "prior": -4.9,
    "weight": -1.72,
    "linked_at": 3.0,
    "review_at": -2.0,
}


def lines():
    return {str(one.label): one for one in comparing.person_lines(FOUND)}


def text(pieces):
    return "".join(f"[{one.text}]" if one.marked else one.text for one in pieces)


@pytest.mark.parametrize(
    ("bits", "written"),
    [(3.14, "+3,1"), (-1.84, "−1,8"), (0.02, "0,0"), (-0.049, "0,0"), (12.05, "+12,1")],
)
def test_weights_are_written_with_their_sign(bits, written):
    assert comparing.signed(bits) == written


def test_each_field_is_compared_in_words_with_its_weight():
    found = lines()
    name = found["Nama"]
    assert (text(name.left), text(name.right)) == ("Siti Rahmaw[a]ti", "Siti Rahmawti")
    assert (str(name.said), name.weight, name.differs) == ("Mirip", "+3,1", True)
    assert text(found["NIK"].left) == "1604 •••• •••• 9[0]•1"
    assert found["Jenis kelamin"].weight == "0,0"
    assert not found["Jenis kelamin"].differs


def test_what_one_side_alone_says_is_said_so_whatever_the_level():
    found = lines()
    assert str(found["Pemberi kerja"].said) == "Hanya di kanan"
    assert found["Pemberi kerja"].weight == "0,0"
    assert str(found["Upah sebulan"].said) == "Hanya di kanan"
    assert found["Upah sebulan"].weight == ""
    assert found["Upah sebulan"].bar is None


def test_bars_begin_at_zero_and_go_to_the_side_that_they_speak_for():
    found = lines()
    against, favour = found["NIK"].bar, found["Nama"].bar
    assert against.speaks == "against"
    assert against.start + against.width == pytest.approx(50)
    assert (favour.speaks, favour.start) == ("for", 50)
    assert found["Jenis kelamin"].bar.speaks == "none"
    assert comparing.bar(99, 10).width == 50


def test_the_sum_says_how_the_weight_comes_about():
    total = comparing.total(FOUND)
    assert (total.evidence, total.prior, total.rivals) == ("+4,2", "−4,9", "−1,0")
    assert (total.weight, total.review_at, total.linked_at) == ("−1,7", "−2,0", "+3,0")


def test_a_weight_just_below_the_limit_does_not_read_as_the_limit():
    assert comparing.total({**FOUND, "weight": 2.991}).weight == "+2,991"
    assert comparing.total({**FOUND, "weight": 2.91}).weight == "+2,9"


def test_an_earlier_snapshot_without_weights_shows_none():
    bare = [(field, level, None) for field, level, _ in FIELDS]
    [nik, *_] = comparing.person_lines({**FOUND, "fields": bare})
    assert (nik.weight, nik.bar) == ("", None)
    assert comparing.total({**FOUND, "fields": bare}).rivals == ""


def test_the_head_hides_most_of_the_participation_number():
    shown = presenter.pair("person", FOUND)
    assert shown.right.places == ("KPJ •••••••2093", "peserta.csv, baris 9")
    assert shown.left.title == "daftar desa, daftar upah"
    assert shown.held == "PU · JKK+JKM · Oktober 2026"
    assert shown.hangs


def test_employers_are_compared_without_weights_of_fields():
    found = {
        "employer": {"name": "Niaga Baru", "village_code": None, "scale": "small"},
        "registered": {"name": "CV Niaga Baru", "village_code": None, "scale": None},
        "rows": [],
        "partner": "P-001",
        "weight": 1.0,
        "review_at": -2.0,
        "linked_at": 3.2,
    }
    shown = presenter.pair("employer", found)
    assert [str(one.label) for one in shown.lines] == ["Nama", "Skala usaha"]
    assert text(shown.lines[0].right) == "[CV ]Niaga Baru"
    assert shown.right.places == ("NPP P-001",)


def test_dates_are_written_in_the_language_of_the_page():
    with translation.override("en"):
        [_, _, birth, *_] = comparing.person_lines(
            {**FOUND, "member": {**MEMBER, "birth_date": date(1985, 5, 17)}}
        )
        assert text(birth.left) == "17 May 1985"
        assert comparing.membership(MEMBER) == "PU · JKK+JKM · October 2026"
