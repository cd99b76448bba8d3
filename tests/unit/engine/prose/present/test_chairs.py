"""One person or two: by name, and by the chair when one of them has no name."""

import pytest

from naungan.engine.prose.draft import Participant, Quoted
from naungan.engine.prose.present.chairs import add


def person(name, position, institution=""):
    return Participant(name, position, institution, "attend", Quoted(position, 0))


def joined(*people):
    found = []
    for one in people:
        add(found, one)
    return [(one.name, one.position) for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((None, "Kajari Lahat"), ("Rekaan Dua", "Kepala Kejaksaan Negeri Lahat")),
        ((None, "Sekda"), ("Rekaan Dua", "Sekretaris Daerah Kabupaten Lahat")),
        (
            (None, "Kepala Cabang Lahat", "BPJS Ketenagakerjaan"),
            ("Rekaan Dua", "Kepala Kantor Lahat", "BPJS Ketenagakerjaan"),
        ),
    ],
)
def test_a_chair_named_in_two_ways_is_one_person(one, other):
    assert [name for name, _ in joined(person(*one), person(*other))] == ["Rekaan Dua"]


def test_two_chairs_stay_two_people():
    bpjs = "BPJS Ketenagakerjaan"
    found = joined(
        person(None, "Kepala Cabang Lahat", bpjs),
        person("Rekaan Dua", "Kepala Kantor Wilayah Sumbagsel", bpjs),
        person(None, "Kepala Dinas Sosial"),
    )
    assert len(found) == 3


def test_a_shorter_name_joins_the_fuller_one():
    found = joined(person("Permadi", "Camat"), person("Contoh Permadi", "Camat X"))
    assert found == [("Contoh Permadi", "Camat")]
