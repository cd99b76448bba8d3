"""What was said will be done, and how firmly."""

from datetime import date

import pytest

from naungan.engine.prose.facts.commitments import read_promises
from naungan.engine.prose.page.report import report_of


def read(text):
    return read_promises(report_of(text), (), ("Kejaksaan Negeri Lahat",))


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            "Pemkab Lahat akan menganggarkan iuran nelayan.",
            "planned",
            "akan menganggarkan iuran nelayan",
        ),
        (
            "Kejari telah membentuk tim kepatuhan.",
            "done",
            "telah membentuk tim kepatuhan",
        ),
        (
            "Rapat menyepakati data dibagi tiap bulan.",
            "agreed",
            "data dibagi tiap bulan",
        ),
        (
            "Bupati menginstruksikan dinas mendata pekerja.",
            "assigned",
            "dinas mendata pekerja",
        ),
        (
            "Ia meminta perusahaan segera mendaftar.",
            "requested",
            "perusahaan segera mendaftar",
        ),
        (
            "Ia berharap FGD menghasilkan rekomendasi nyata.",
            "hoped",
            "menghasilkan rekomendasi nyata",
        ),
        (
            "Pemda berkomitmen untuk memperluas cakupan.",
            "stated",
            "berkomitmen untuk memperluas cakupan",
        ),
        ("Dinas siap mendukung pengawasan.", "stated", "siap mendukung pengawasan"),
        (
            "Pihaknya siap memanggil 25 perusahaan paling lambat 28 Februari 2025.",
            "stated",
            "siap memanggil 25 perusahaan paling lambat 28 Februari 2025",
        ),
        (
            "Pemkab menargetkan 8.000 peserta baru.",
            "planned",
            "menargetkan 8.000 peserta baru",
        ),
        (
            "Agenda rapat yakni menyusun rencana aksi.",
            "agenda",
            "menyusun rencana aksi",
        ),
    ],
)
def test_the_verb_says_how_firm_it_is(text, status, words):
    (one,) = read(text)
    assert (one.status, one.words.surface) == (status, words)


@pytest.mark.parametrize(
    "text",
    [
        "Peserta akan menerima manfaat.",
        "Bila tidak diindahkan, pemerintah akan menggugat.",
        "Jika perusahaan lalai akan melakukan penagihan sendiri.",
        "Diharapkan semua sejahtera.",
    ],
)
def test_benefits_conditions_and_wishes_are_no_commitment(text):
    assert read(text) == ()


def test_lines_under_what_was_agreed_are_agreements_with_owner_and_day():
    found = read(
        "Notulen rapat hari ini.\nTindak lanjut:\n"
        "1. Dinas PMD menyurati desa paling lambat 14 Februari 2025.\n"
        "2. BPKD mengalokasikan iuran.\nDemikian notulen ini."
    )
    assert [(one.who, one.when, one.status) for one in found] == [
        ("Dinas PMD", "paling lambat 14 Februari 2025", "agreed"),
        ("BPKD", None, "agreed"),
    ]


def test_what_a_meeting_agrees_is_not_given_to_who_spoke_last():
    said = "Kepala Dinas Sosial Rekaan Dua menilai data sudah baik. "
    of_all, of_one = (
        read(said + "Peserta rapat menyepakati pembentukan tim desa."),
        read(said + "Rapat menyepakati Dinas Tenaga Kerja menyurati perusahaan."),
    )
    assert [one.who for one in (*of_all, *of_one)] == [
        "peserta pertemuan",
        "Dinas Tenaga Kerja",
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Disepakati bahwa DPMD Lahat memeriksa 5 desa.", "DPMD Lahat"),
        (
            "Disepakati DPMD Lahat dan BPKAD Lahat memverifikasi NIK.",
            "DPMD Lahat dan BPKAD Lahat",
        ),
        ("Rapat menyepakati data dibagi tiap bulan.", "Kejaksaan Negeri Lahat"),
    ],
)
def test_an_agreement_is_of_whoever_it_begins_with(text, who):
    (one,) = read(text)
    assert one.who == who


def test_who_is_asked_is_who_has_to_act():
    (one,) = read("Bupati Lahat meminta Dinas Sosial mendata pekerja.")
    assert one.who == "Dinas Sosial"


def test_without_a_subject_the_organisers_are_meant():
    (one,) = read("Disepakati data dibagi mulai Maret 2025.")
    assert (one.who, one.when) == ("Kejaksaan Negeri Lahat", "mulai Maret 2025")


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            "Ia mengimbau seluruh kepala perangkat daerah untuk mendukung program ini.",
            "requested",
            "mendukung program ini",
        ),
        (
            "Pemda diharapkan dapat menyusun anggaran iuran.",
            "requested",
            "menyusun anggaran iuran",
        ),
        (
            "Kami datang menyampaikan kepada Sekda agar menerbitkan edaran.",
            "requested",
            "menerbitkan edaran",
        ),
        (
            "Ia berharap pelaku usaha mendaftarkan pekerjanya.",
            "requested",
            "mendaftarkan pekerjanya",
        ),
        (
            "Wabup menegaskan komitmen Pemkab Lahat untuk melindungi nelayan.",
            "stated",
            "menegaskan komitmen Pemkab Lahat untuk melindungi nelayan",
        ),
        (
            "Target itu harus dimasukkan ke rencana daerah.",
            "assigned",
            "dimasukkan ke rencana daerah",
        ),
        (
            "Perusahaan akan diminta membuat surat pernyataan.",
            "planned",
            "akan diminta membuat surat pernyataan",
        ),
        (
            "Dinas akan bertanggung jawab sebagai pelaksana.",
            "planned",
            "akan bertanggung jawab sebagai pelaksana",
        ),
        (
            "Targetnya, pada bulan Desember, cakupan kabupaten kita dapat ditingkatkan hingga separuh.",
            "planned",
            "ditingkatkan hingga separuh",
        ),
        (
            "Tahun depan kita anggarkan iuran nelayan.",
            "planned",
            "Tahun depan kita anggarkan iuran nelayan",
        ),
        (
            "Keduanya akan fokus pada penegakan kepatuhan.",
            "planned",
            "akan fokus pada penegakan kepatuhan",
        ),
    ],
)
def test_other_ways_to_say_it_are_known(text, status, words):
    (one,) = read(text)
    assert (one.status, one.words.surface) == (status, words)


@pytest.mark.parametrize(
    "text",
    [
        "Hari ini kita akan melakukan diskusi kelompok.",
        "Kepala daerah diinstruksikan untuk mengambil langkah-langkah yang diperlukan.",
        "Inpres ini menginstruksikan seluruh menteri mendukung program.",
        "Ia mengajak masyarakat untuk mendaftar.",
        "Sektor ini harus menjadi prioritas.",
        "Iuran dibayar dengan mewajibkan semua pekerja proyek.",
    ],
)
def test_the_event_itself_a_law_and_advice_to_the_public_are_none(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            "Kepala Dinas Sosial berjanji mendata nelayan paling lambat Maret 2025.",
            "stated",
            "berjanji mendata nelayan paling lambat Maret 2025",
        ),
        (
            "Kami akan melayangkan surat ke semua desa.",
            "planned",
            "akan melayangkan surat ke semua desa",
        ),
        (
            "Perusahaan diberi waktu sampai 30 Mei 2025.",
            "assigned",
            "waktu sampai 30 Mei 2025",
        ),
        (
            "Bupati instruksikan camat mendata nelayan.",
            "assigned",
            "camat mendata nelayan",
        ),
        (
            "Saya minta tim BPJS melakukan sosialisasi.",
            "requested",
            "tim BPJS melakukan sosialisasi",
        ),
        (
            "Sebanyak 47 perusahaan bersedia melunasi tunggakan.",
            "stated",
            "bersedia melunasi tunggakan",
        ),
    ],
)
def test_promises_and_terms_are_heard(text, status, words):
    assert (status, words) in [(one.status, one.words.surface) for one in read(text)]


def test_two_promises_in_one_sentence_are_two():
    found = read(
        "Pemkab berkomitmen untuk memperluas cakupan dan menargetkan 8.000 peserta baru."
    )
    assert [one.words.surface for one in found] == [
        "berkomitmen untuk memperluas cakupan",
        "menargetkan 8.000 peserta baru",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Kolaborasi Pemkab dan BPJS diharapkan dapat memperkuat perlindungan.",
        "Ini akan mendorong kinerja kebun.",
        "Nelayan akan menanggung sendiri iurannya.",
        "Desa harus mendaftarkan perangkat sesuai Permendagri Nomor 20 Tahun 2018.",
        "Tidak menutup kemungkinan program akan diperluas ke pasar.",
    ],
)
def test_effects_and_what_the_law_says_are_no_commitment(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            "Bupati meminta kecamatan dan desa untuk mempercepat pendataan nelayan.",
            "requested",
            "mempercepat pendataan nelayan",
        ),
        (
            "Pemkab berharap FGD ini melahirkan kesepahaman semua pihak.",
            "hoped",
            "melahirkan kesepahaman semua pihak",
        ),
        (
            "Bupati Lahat menegaskan komitmen pihaknya dalam memperluas kepesertaan nelayan.",
            "stated",
            "menegaskan komitmen pihaknya dalam memperluas kepesertaan nelayan",
        ),
        (
            "Kita harus menghasilkan komitmen penganggaran bagi kader desa.",
            "hoped",
            "menghasilkan komitmen penganggaran bagi kader desa",
        ),
        (
            "Semua desa diwajibkan mengalokasikan iuran kader.",
            "assigned",
            "mengalokasikan iuran kader",
        ),
        (
            "“Target kami tahun ini 62 persen pekerja terlindungi,” katanya.",
            "planned",
            "Target kami tahun ini 62 persen pekerja terlindungi",
        ),
        (
            "Sisanya kita bayar penuh di tahun 2027.",
            "planned",
            "Sisanya kita bayar penuh di tahun 2027",
        ),
        (
            "Ke depan kami menyurati semua perusahaan kebun.",
            "planned",
            "Ke depan kami menyurati semua perusahaan kebun",
        ),
        (
            "Pemprov Sumatera Selatan mengalokasikan anggaran iuran nelayan.",
            "done",
            "Pemprov Sumatera Selatan mengalokasikan anggaran iuran nelayan",
        ),
        (
            "Lembaga tersebut akan bekerja sama dengan rumah sakit.",
            "planned",
            "akan bekerja sama dengan rumah sakit",
        ),
        (
            "Keduanya mendorong pemda di Sumatera Selatan (Sumsel) segera menerbitkan regulasi.",
            "requested",
            "menerbitkan regulasi",
        ),
    ],
)
def test_other_ways_of_promising_are_heard(text, status, words):
    (one,) = read(text)
    assert (one.status, one.words.surface) == (status, words)


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab berkomitmen bersama BPJS Ketenagakerjaan.",
        "Program ini direncanakan oleh Dinas Sosial.",
        "Ada penghargaan bagi usaha yang berkomitmen mendukung program.",
        "Anggaran yang disepakati dalam rapat ini menjadi bukti.",
        "Jumlah non-ASN akan turun karena diangkat.",
        "Target kami adalah kesejahteraan semua orang.",
        "Kepala Dinas Sosial mengatakan kami mendata nelayan pada tahun 2024.",
    ],
)
def test_what_names_no_act_is_no_promise(text):
    assert read(text) == ()


BPJS, KEJARI = "BPJS Ketenagakerjaan", "Kejaksaan Negeri Lahat"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Tindak lanjut:\n1. BPJAMSOSTEK menyerahkan SKK kepada Kejari Lahat.", BPJS),
        ("Tindak lanjut:\n1. Menyerahkan SKK kepada Kejari Lahat oleh BPKAD.", "BPKAD"),
        ("Tindak lanjut:\n1. Menyerahkan data ke BPKAD segera.", KEJARI),
        ("Tindak lanjut:\n1. Kejari Lahat menerima data dari BPKAD.", KEJARI),
        ("BPKAD kepada Kejari Lahat akan menyerahkan SKK.", "BPKAD"),
        ("SKK akan diserahkan kepada Kejari Lahat oleh BPKAD.", "BPKAD"),
        ("BPKAD bersama Kejari Lahat akan memanggil perusahaan.", "BPKAD"),
        ("Salut kepada BPKAD yang telah berkomitmen untuk membayar iuran.", "BPKAD"),
        ("Bupati menugaskan menyerahkan data kepada Kejari oleh BPKAD.", "BPKAD"),
        ("Bupati meminta kepada BPKAD agar membayar iuran ke Kejari.", "BPKAD"),
    ],
)
def test_whoever_gives_is_to_act_and_not_whom_it_is_given_to(text, who):
    (one,) = read(text)
    assert one.who == who


@pytest.mark.parametrize(
    ("what", "when", "due_on"),
    [
        ("iuran melalui APBDes 2025 paling lambat 31 Maret 2025", "paling", (3, 31)),
        ("data desa 2024 sebelum 1 Maret 2025", "sebelum", (3, 1)),
        ("data tahun 2024 hingga 30 April 2025", "hingga", (4, 30)),
        ("iuran Januari 2025 selambatnya 15 Februari 2025", "selambatnya", (2, 15)),
        ("iuran APBD 2026 dengan tenggat 30 November 2025", "tenggat", (11, 30)),
        ("data desa paling lambat akhir Maret 2025", "paling lambat akhir", (3, 31)),
        ("data desa sampai akhir bulan Februari 2025", "sampai akhir", (2, 28)),
        ("data desa paling lambat akhir tahun 2025", "paling lambat akhir", (12, 31)),
        ("data desa paling lambat akhir Maret", "paling lambat akhir Maret", None),
        ("data desa mulai akhir Maret 2025", "mulai akhir Maret 2025", None),
        ("tunggakan tahun 2023 pada Maret 2025", "pada Maret 2025", None),
        ("iuran sesuai Inpres 2 Tahun 2021", None, None),
        ("iuran melalui APBD 2026", "2026", None),
    ],
)
def test_the_day_by_which_comes_before_the_year_of_a_budget(what, when, due_on):
    (one,) = read(f"BPKAD akan melengkapi {what}.")
    assert (one.when or "").startswith(when or "")
    assert (one.when is None) is (when is None)
    assert one.due_on == (date(2025, *due_on) if due_on else None)


def test_who_stands_behind_a_passive_acts():
    (one,) = read("Sebanyak 25 perusahaan akan dipanggil Dinas Tenaga Kerja.")
    assert one.who == "Dinas Tenaga Kerja"


def test_to_whom_something_is_reported_does_not_act():
    (one,) = read("Hasilnya akan dilaporkan Dinas Sosial kepada Bupati Lahat.")
    assert one.who != "Bupati Lahat"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Iuran petani akan ditanggung Pemkab Lahat.", "Pemerintah Kabupaten Lahat"),
        ("Penunggak akan didatangi tim gabungan.", "tim gabungan"),
        ("Data itu akan diolah Bappeda bulan depan.", "Bappeda"),
        ("Seluruh pekerja akan didaftarkan oleh Dinas Sosial.", "Dinas Sosial"),
        ("Disepakati bahwa ketua RT akan didata oleh kelurahan.", "kelurahan"),
        ("Disepakati, kader akan didata oleh Dinas Sosial.", "Dinas Sosial"),
    ],
)
def test_a_passive_that_names_its_doer_is_a_promise_of_theirs(text, who):
    (one,) = read(text)
    assert one.who == who


@pytest.mark.parametrize(
    "text",
    [
        "Biaya pengobatan akan ditanggung BPJS Ketenagakerjaan tanpa batas.",
        "Biaya pengobatan akan ditanggung oleh BPJS Ketenagakerjaan.",
        "Peserta akan dilindungi Jaminan Kecelakaan Kerja.",
        "Program ini diyakini akan didukung oleh perusahaan.",
    ],
)
def test_a_benefit_in_the_passive_is_promised_by_nobody(text):
    assert read(text) == ()


def test_the_outcome_of_a_discussion_is_agreed_and_no_agenda():
    (one,) = read("Hasil pembahasan disepakati bahwa desa mendata pekerjanya.")
    assert one.status == "agreed"


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            "Bupati berharap kepada kepala OPD, camat, dan lurah agar dapat menggerakkan pegawainya.",
            "requested",
            "menggerakkan pegawainya",
        ),
        (
            "“Kami anggarkan iuran 2.000 petani tahun depan,” katanya.",
            "planned",
            "Kami anggarkan iuran 2.000 petani tahun depan",
        ),
        (
            "“Pada tahun 2031 kita jadikan semua desa 100 persen,” katanya.",
            "planned",
            "tahun 2031 kita jadikan semua desa 100 persen",
        ),
        (
            "“Target kantor cabang tahun ini 35 ribu peserta,” katanya.",
            "planned",
            "35 ribu peserta",
        ),
        (
            "Kami berkomitmen bersama dinas terkait untuk memperluas kepesertaan.",
            "stated",
            "memperluas kepesertaan",
        ),
    ],
)
def test_a_row_of_offices_and_a_bare_verb_of_ours_promise_too(text, status, words):
    (one,) = read(text)
    assert one.status == status
    assert words in one.words.surface


@pytest.mark.parametrize(
    "text",
    [
        "Ada 20 OPD yang harus didata sejak lama.",
        "Iuran yang sudah kami anggarkan Rp2 miliar untuk petani.",
    ],
)
def test_what_a_relative_clause_describes_is_no_promise(text):
    assert read(text) == ()


def test_two_requests_of_one_sentence_are_two():
    found = read(
        "Ia berharap kepada Pemda agar menganggarkan iuran dan meminta perusahaan agar mendaftarkan pekerjanya."
    )
    assert [one.what for one in found] == [
        "menganggarkan iuran",
        "perusahaan agar mendaftarkan pekerjanya",
    ]
