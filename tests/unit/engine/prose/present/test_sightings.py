"""Which name belongs to which position, before it, behind it, or over commas."""

import pytest

from naungan.engine.prose.page.sentences import Sentence
from naungan.engine.prose.present.sightings import sightings_in


def seen(text):
    return [
        (one.position.title, one.name.text if one.name else None)
        for one in sightings_in(Sentence(text, 0, 0, 0))
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ketua Dewan Pengawas, BPJS Ketenagakerjaan Contoh Permadi bersama tamu",
            [("Ketua Dewan Pengawas", "Contoh Permadi")],
        ),
        (
            "Sekretaris BSKDN Kemendagri Contoh Permadi mengatakan",
            [("Sekretaris", "Contoh Permadi")],
        ),
        (
            "Bupati didampingi Rekaan Kepala Cabang BPJS Ketenagakerjaan Lahat",
            [("Bupati", None), ("Kepala Cabang", "Rekaan")],
        ),
        (
            "Kepala Dinas Sosial Permadi S Ag MH hadir",
            [("Kepala Dinas Sosial", "Permadi")],
        ),
        (
            "Hadir Contoh Permadi (Kepala Dinas Sosial), Rekaan Dua (Kabid Hubungan Industrial).",
            [
                ("Kepala Dinas Sosial", "Contoh Permadi"),
                ("Kabid Hubungan Industrial", "Rekaan Dua"),
            ],
        ),
        (
            "Kepala BPJS Ketenagakerjaan Lahat, Sumatera Selatan, Contoh Permadi, hadir.",
            [("Kepala", "Contoh Permadi")],
        ),
        (
            "Ketua Tim Kerja, Direktorat Jenderal Hortikultura, Kementerian Pertanian, Rekaan Dua",
            [("Ketua Tim Kerja", "Rekaan Dua")],
        ),
        (
            "Diskusi dengan Contoh Permadi Bupati Lahat.",
            [("Bupati Lahat", "Contoh Permadi")],
        ),
        (
            "Kejari Lahat, Contoh Permadi, SH, dan tamu.",
            [("Kejari Lahat", "Contoh Permadi")],
        ),
        (
            "Deputi Bidang Koordinasi Peningkatan Kesejahteraan Sosial Contoh Permadi",
            [
                (
                    "Deputi Bidang Koordinasi Peningkatan Kesejahteraan Sosial",
                    "Contoh Permadi",
                )
            ],
        ),
    ],
)
def test_the_name_beside_a_position_is_found(text, found):
    assert seen(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Dihadiri kepala BKPM, Jaksa Agung, Direksi DJSN.",
        "Rapat di Hotel Grand Permata Kepala Dinas Sosial.",
        "Gubernur, Bupati/Wali Kota.",
        "Kejari Lahat memanggil perusahaan.",
        "Kepala Dinas Sosial Beserta Jajaran.",
    ],
)
def test_offices_buildings_and_crowds_are_nobodys_name(text):
    assert not any(name for _title, name in seen(text))


def test_a_doubled_word_means_many():
    assert ("Kepala Desa", None) not in seen("Dihadiri Kepala Kepala Desa.")
