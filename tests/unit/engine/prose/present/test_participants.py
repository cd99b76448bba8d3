"""Who took part: beside a position only, for whom, and once."""

import pytest

from naungan.engine.prose.page.report import report_of
from naungan.engine.prose.present.participants import read_participants


def read(text):
    found = read_participants(
        report_of(text), ("BPJS Ketenagakerjaan",), "Kabupaten Contoh"
    )
    return [(one.name, one.position, one.role) for one in found]


def test_a_list_of_those_present_gives_names_and_offices_without_names():
    text = (
        "Rapat dihadiri Kepala Dinas Tenaga Kerja, Kepala DPMPTSP Contoh Satya, "
        "dan Asisten 1 yang diwakili oleh Staf Ahli Rekaan Dua serta para camat."
    )
    assert read(text) == [
        (None, "Kepala Dinas Tenaga Kerja", "attend"),
        ("Contoh Satya", "Kepala DPMPTSP", "attend"),
        ("Rekaan Dua", "Staf Ahli", "represents:Asisten 1"),
    ]


def test_who_opens_for_somebody_represents_them():
    text = "FGD dibuka Asisten Perekonomian Rekaan Dua mewakili Pj Bupati Lahat Contoh Permadi."
    assert read(text) == [
        (
            "Rekaan Dua",
            "Asisten Perekonomian",
            "represents:Contoh Permadi (Pj Bupati Lahat)",
        ),
        ("Contoh Permadi", "Pj Bupati Lahat", "represented"),
    ]


def test_one_person_named_twice_is_one_with_the_fuller_name():
    text = "Kajari Lahat Contoh Permadi hadir. Kajari Lahat Permadi mengatakan semua patuh."
    assert read(text) == [("Contoh Permadi", "Kajari Lahat", "speaker")]


def test_a_name_before_its_position_is_read_too():
    assert (
        read("Contoh Permadi selaku Camat Pulau Pinang hadir.")[0][0]
        == "Contoh Permadi"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Santunan diserahkan kepada ahli waris Rekaan Dua.",
        "Peraturan Bupati Lahat yang ditandatangani oleh Bupati Lahat, Contoh Permadi, berlaku.",
        "“Terima kasih kepada Bupati Lahat Contoh Permadi,” katanya.",
        "Hal itu sesuai arahan Bupati Lahat Contoh Permadi.",
        "Semua perlu didukung Menteri.",
    ],
)
def test_somebody_only_mentioned_took_no_part(text):
    assert read(text) == []


def test_an_office_without_a_name_counts_only_in_a_list_of_those_present():
    assert read("Kepala Dinas Tenaga Kerja perlu bergerak.") == []


def test_two_spellings_of_one_holder_are_one_person_as_first_written():
    text = (
        "Rapat dipimpin Penjabat Bupati Lahat Contohri Permadi. "
        "PJ Bupati Lahat Contohry Permadi mengatakan semua siap."
    )
    assert [name for name, _, _ in read(text)] == ["Contohri Permadi"]


@pytest.mark.parametrize(
    "text",
    [
        "Di tempat terpisah, Kepala BPJS Ketenagakerjaan Lahat Contoh Permadi mengatakan hal sama.",
        "Secara terpisah, Kajari Lahat Contoh Permadi menyambut baik.",
        "Kajari Lahat Contoh Permadi mengaku setuju saat dihubungi.",
        "Peluncuran itu akan dihadiri Bupati Lahat dan Kepala Dinas Sosial.",
        "Rapat dihadiri jajaran dinas, termasuk Bupati dan Kepala Dinas Sosial se-Sumatera Selatan.",
        "Rapat dihadiri dua puluh orang di Kantor Bupati Lahat.",
        "Tamu hadir mewakili Kepala Dinas Sosial.",
    ],
)
def test_who_was_elsewhere_or_in_a_crowd_is_nobody_seen(text):
    assert read(text) == []


def test_names_before_their_positions_do_not_slip_to_the_one_before():
    text = (
        "Acara dihadiri Contoh Permadi selaku Kepala Kejaksaan Negeri Lahat, "
        "Rekaan Dua, SH., MH selaku Camat Pulau Pinang."
    )
    assert [name for name, _, _ in read(text)] == ["Contoh Permadi", "Rekaan Dua"]


def test_a_list_of_areas_after_a_branch_is_nobody():
    text = (
        "Rapat dihadiri Kepala Cabang BPJS Ketenagakerjaan wilayah Serpong, Ciputat dan Tangerang. "
        "“Baik,” kata Deputi Direktur BPJS Ketenagakerjaan Wilayah Bali, Nusa Tenggara, dan Papua, Contoh Permadi."
    )
    assert [name for name, _, _ in read(text) if name] == ["Contoh Permadi"]


def test_a_list_goes_on_after_a_full_stop():
    text = (
        "Rapat di ikuti Asisten Administrasi Umum. "
        "Kabid Perencanaan Dinas Sosial, BPKAD Lahat, dan Kabag Hukum Setda Lahat."
    )
    assert [position for _, position, _ in read(text)] == [
        "Asisten Administrasi Umum",
        "Kabid Perencanaan",
        "Kabag Hukum",
    ]


def test_officers_of_whom_there_are_many_are_nobody_without_a_place():
    assert read("Rapat dihadiri kepala OPD, Camat, dan Perwakilan Dinas Sosial.") == []


def test_an_office_listed_and_named_later_is_one_person():
    text = (
        "Rapat dihadiri Kepala Dinas Sosial dan para camat. "
        "Kepala Dinas Sosial Kabupaten Lahat Contoh Permadi mengatakan semua setuju."
    )
    assert [name for name, _, _ in read(text)] == ["Contoh Permadi"]


def test_the_office_of_a_bare_head_is_told_without_its_region():
    text = "Rapat dihadiri Kepala Inspektorat Kabupaten Lahat dan para camat."
    assert read(text) == [(None, "Kepala Inspektorat", "attend")]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "Plt. Kadisnakerin, Contoh Permadi, setuju.",
            ("Contoh Permadi", "Plt Kadisnakerin"),
        ),
        (
            "Rapat dihadiri Kepala Bakorwil Lahat, Contoh Permadi S.Stp M.Si.",
            ("Contoh Permadi", "Kepala Bakorwil Lahat"),
        ),
        (
            "Rapat dihadiri Kepala Baperlit Contoh Permadi.",
            ("Contoh Permadi", "Kepala Baperlit"),
        ),
        (
            "Rapat dihadiri Asisten Perdata dan Tata Usaha Negara (Asdatun Kejati Sumsel), Contoh Permadi, SH.",
            ("Contoh Permadi", "Asisten Perdata dan Tata Usaha Negara"),
        ),
        (
            "Hadir Asisten I Bidang Kesra Sekdakab Lahat Drs Contoh Permadi MSi.",
            ("Contoh Permadi", "Asisten I Bidang Kesra Sekdakab Lahat"),
        ),
        (
            "“Baik,” kata Kabid Ekonomi dan Sumber Daya Alam (Ekosda) Bappeda Lahat, Contoh Permadi.",
            ("Contoh Permadi", "Kabid Ekonomi dan Sumber Daya Alam"),
        ),
        (
            "Kepala BPJS Ketenagakerjaan Cabang Utama B Palembang Contoh Permadi setuju.",
            ("Contoh Permadi", "Kepala Cabang Utama B Palembang"),
        ),
        (
            "Acara dihadiri Bupati Lahat diwakili sekretaris daerah Contoh Permadi.",
            ("Contoh Permadi", "sekretaris daerah"),
        ),
    ],
)
def test_offices_that_no_list_knows_do_not_hide_a_name(text, seen):
    assert seen in [(name, position) for name, position, _ in read(text)]


def test_villages_and_crowds_are_nobodys_name():
    text = "Rapat dihadiri kepala desa Suka Maju dan seluruh Kakacab BPJS Ketenagakerjaan Se-Aceh."
    assert [name for name, _, _ in read(text) if name] == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "Kepala Badan Penyelenggara Jaminan Sosial (BPJS) Ketenagakerjaan Cabang Lahat Contoh Permadi hadir.",
            "Contoh Permadi",
        ),
        (
            "Kepala Kantor BPJS Ketenagakerjaan atau BPJAMSOSTEK Cabang Lahat Contoh Permadi hadir.",
            "Contoh Permadi",
        ),
        ("Acara dibuka Bupati Lahat, Drs.H. Contoh Permadi, MM.", "Contoh Permadi"),
        ("Acara dibuka Bupati Lahat, Dr. H.Contoh Permadi, MM.", "Contoh Permadi"),
        ("Sekertaris Dinas Sosial Lahat Contoh Permadi hadir.", "Contoh Permadi"),
        (
            "Kepala BPJS Ketenagakerjaan Cabang Papua Jayapura Contoh Permadi hadir.",
            "Contoh Permadi",
        ),
        (
            "“Baik,” ujar Contoh Permadi selaku ketua BPJS Ketenagakerjaan Lahat.",
            "Contoh Permadi",
        ),
        ("Kakanwil BPJS-TK Contoh Permadi hadir.", "Contoh Permadi"),
        (
            "Rakor dibuka Asisten I Bidang Pemerintah dan Kesejahteraan Rakyat , Dra. Contoh Permadi.",
            "Contoh Permadi",
        ),
    ],
)
def test_other_spellings_of_office_and_title_leave_the_name(text, seen):
    assert [name for name, _, _ in read(text)] == [seen]


@pytest.mark.parametrize(
    "text",
    [
        "Program ini sejalan dengan visi Bupati Lahat, Contoh Permadi.",
        "Ia datang atas penugasan dari Kepala Dinas Sosial, Contoh Permadi.",
        "Diserahkan penghargaan kepada Koperasi Contoh, Kepala Desa Rekaan Satu Dua.",
    ],
)
def test_whose_wish_or_prize_it_was_need_not_have_come(text):
    assert read(text) == []


def test_a_quote_that_went_on_from_the_sentence_before_hides_nobody():
    text = '"Hari ini kami serahkan. Semoga patuh," kata Kepala BPJS Ketenagakerjaan Lahat Contoh Permadi.'
    assert [name for name, _, _ in read(text)] == ["Contoh Permadi"]


def test_who_is_named_inside_a_quote_of_two_sentences_was_not_there():
    text = '"Kami sudah mulai. Nanti Bupati Lahat Contoh Permadi datang," kata warga.'
    assert read(text) == []


def test_the_ketua_of_a_branch_is_who_leads_it():
    text = (
        "Rapat dihadiri Kepala BPJAMSTEK Cabang Lahat Contoh Permadi. "
        "Bupati Lahat didampingi Ketua BPJS Ketenagakerjaan Cabang Lahat."
    )
    assert [name for name, _, _ in read(text) if name] == ["Contoh Permadi"]
    assert "Ketua" not in [position for _, position, _ in read(text)]


def test_a_programme_that_is_named_after_its_agents_brings_nobody():
    text = (
        "Digelar Sosialisasi Program Perisai dan Penyerahan Kartu Program Perlindungan."
    )
    assert read(text) == []


def test_the_assistant_of_a_city_keeps_his_name_to_himself():
    text = "Asisten Pemerintahan Setdakot Contoh Rekaan Dua menjelaskan hasil rapat."
    ((name, position, _),) = read(text)
    assert "Setdakot" not in name
    assert position == "Asisten Pemerintahan"
