"""What the codes of questions and answers are called, in both languages.

Codes are what files and flags say (`very_low`, `apbd`); a reader sees the words
of the field. A code without a term here is shown as it is: JKK, PU, SD.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from naungan.law.source.unit import UNITS, Row, Value
from naungan.law.vocabulary.benefit import BENEFIT
from naungan.law.vocabulary.enforcement import ENFORCEMENT
from naungan.law.vocabulary.value import VALUE
from naungan.law.words import Figure, Words, figure, words


TERMS: Final[dict[str, Words]] = {
    "PU": words("pekerja penerima upah", "a wage worker"),
    "BPU": words("peserta bukan penerima upah", "the self-employed"),
    "JAKON": words("jasa konstruksi", "construction"),
    "PMI": words("pekerja migran Indonesia", "an Indonesian migrant worker"),
    "NON_ASN": words("pegawai non-ASN", "staff who are not civil servants"),
    "very_low": words("sangat rendah", "very low"),
    "low": words("rendah", "low"),
    "medium": words("menengah", "medium"),
    "high": words("tinggi", "high"),
    "very_high": words("sangat tinggi", "very high"),
    "micro": words("usaha mikro", "micro business"),
    "small": words("usaha kecil", "small business"),
    "large": words("usaha besar", "large business"),
    "employer": words("pemberi kerja", "employer"),
    "worker": words("pekerja", "worker"),
    "government": words("pemerintah", "government"),
    "participant": words("peserta sendiri", "participant"),
    "bpjs": words("BPJS Ketenagakerjaan", "BPJS Ketenagakerjaan"),
    "monthly_wage": words("upah sebulan", "monthly wage"),
    "month": words("tiap bulan", "each month"),
    "late": words("denda keterlambatan", "late fine"),
    "administrative": words("denda administratif", "administrative fine"),
    "next_working_day": words("hari kerja berikutnya", "the next working day"),
    "previous_working_day": words("hari kerja sebelumnya", "the working day before"),
    "counts_as_month": words("dihitung satu bulan", "counts as a month"),
    "current": words("lancar", "current"),
    "substandard": words("kurang lancar", "substandard"),
    "doubtful": words("diragukan", "doubtful"),
    "bad": words("macet", "bad"),
    "month_by_month": words(
        "bulan terlama lebih dahulu, iurannya lalu dendanya",
        "the oldest month first, its contribution and then its fine",
    ),
    "contributions_first": words(
        "semua iuran lebih dahulu, lalu denda", "all contributions first, then fines"
    ),
    "fines_first": words(
        "semua denda lebih dahulu, lalu iuran", "all fines first, then contributions"
    ),
    "unpaid": words("iuran tidak dibayar", "contributions were not paid"),
    "late_registration": words("terlambat mendaftar", "the employer registered late"),
    "partial_registration": words(
        "sebagian pekerja tidak didaftarkan", "some workers were not registered"
    ),
    "underreported_wages": words(
        "upah dilaporkan lebih rendah", "wages were under-reported"
    ),
    "underreported_wage": words(
        "upah dilaporkan lebih rendah", "the wage was under-reported"
    ),
    "not_registered": words("tidak terdaftar", "not registered"),
    "missing_programme": words(
        "program wajib tidak diikuti", "a mandatory programme was missing"
    ),
    "class": words("golongan", "class"),
    "months_above": words("lebih dari (bulan)", "above (months)"),
    "full_months_only": words(
        "hanya bulan penuh yang dihitung", "only full months count"
    ),
    "periodic": words("santunan berkala", "periodic allowance"),
    "funeral": words("biaya pemakaman", "funeral costs"),
    "one_sum": words("santunan PMI dalam satu jumlah", "one sum for a migrant worker"),
    "disability": words("santunan cacat", "disability benefit"),
    "stmb": words("santunan tidak mampu bekerja", "temporary incapacity"),
    "transport": words("angkutan", "transport"),
    "care": words("perawatan dan alat", "care and aids"),
    "scholarship": words("beasiswa", "scholarship"),
    "share_of_table": words(
        "persen tabel × kelipatan upah × upah sebulan",
        "table share × wage multiple × monthly wage",
    ),
    "lost_function_of_table": words(
        "persen fungsi yang hilang × persen tabel × kelipatan upah × upah sebulan",
        "share of function lost × table share × wage multiple × monthly wage",
    ),
    "as_needed_class_one": words(
        "sesuai kebutuhan medis, ruang kelas I", "as medically needed, class I ward"
    ),
    "as_needed_and_at_home": words(
        "sesuai kebutuhan medis, ruang kelas I, termasuk perawatan di rumah",
        "as medically needed, class I ward, home care included",
    ),
    "employer_bears_benefit": words(
        "manfaat menjadi kewajiban pemberi kerja", "the employer owes the benefit"
    ),
    "working_and_paid_for": words(
        "bekerja dan iurannya dibayar pada hari kejadian",
        "working and paid for on the day of the event",
    ),
    "funeral_to_whoever_buries": words(
        "biaya pemakaman bagi yang mengurus pemakaman",
        "funeral costs to whoever buries",
    ),
    "employer_owes_shortfall": words(
        "kekurangannya menjadi kewajiban pemberi kerja",
        "the employer owes the shortfall",
    ),
    "last_reported_wage": words(
        "upah pokok dan tunjangan tetap bulan kecelakaan yang dilaporkan",
        "base wage and fixed allowances of the month, as reported",
    ),
    "chosen_base_income": words(
        "penghasilan dasar dari tabel iuran yang dipilih",
        "base income of the chosen row of the contribution table",
    ),
    "donor": words("penyumbang", "donor"),
    "from_jkk": words("diambil dari JKK di atas", "taken out of JKK above"),
    "from_jkm": words("diambil dari JKM di atas", "taken out of JKM above"),
    "kept": words("sisa setelah bagian JKP", "left after the part for JKP"),
    "now": words("dibayar segera", "paid at once"),
    "deferred": words("ditunda", "deferred"),
    "self": words("peserta sendiri", "the participant"),
    "apbn": words("APBN", "the state budget (APBN)"),
    "apbd": words("APBD", "the regional budget (APBD)"),
    "apbd_revised": words("APBD perubahan", "the revised regional budget"),
    "dbh_sawit": words("DBH sawit", "palm-oil revenue sharing (DBH sawit)"),
    "dbhcht": words("DBH CHT", "tobacco excise sharing (DBH CHT)"),
    "village": words("desa", "the village"),
    "add": words("ADD", "the village allocation (ADD)"),
    "apbdes": words("APBDes", "the village budget (APBDes)"),
    "csr": words("CSR perusahaan", "company donations (CSR)"),
    "baznas": words("Baznas", "Baznas"),
    "mutual_aid": words("gotong royong", "mutual aid"),
    "unknown": words("tidak diketahui", "unknown"),
    "other": words("lainnya", "other"),
    "ride_hailing_driver": words("pengemudi aplikasi", "ride-hailing driver"),
    "motorcycle_taxi": words("ojek", "motorcycle taxi"),
    "driver": words("pengemudi", "driver"),
    "courier": words("kurir", "courier"),
    "farmer": words("petani", "farmer"),
    "palm_farmer": words("petani sawit", "palm farmer"),
    "tobacco_farmer": words("petani tembakau", "tobacco farmer"),
    "farm_worker": words("buruh tani", "farm worker"),
    "fisher": words("nelayan", "fisher"),
    "fish_farmer": words("pembudi daya ikan", "fish farmer"),
    "livestock_farmer": words("peternak", "livestock farmer"),
    "trader": words("pedagang", "trader"),
    "street_vendor": words("pedagang kaki lima", "street vendor"),
    "artisan": words("perajin", "artisan"),
    "home_worker": words("pekerja rumahan", "home worker"),
    "domestic_worker": words("pekerja rumah tangga", "domestic worker"),
    "construction_worker": words("tukang bangunan", "construction worker"),
    "parking_attendant": words("juru parkir", "parking attendant"),
    "scavenger": words("pemulung", "scavenger"),
    "religious_worker": words("pekerja keagamaan", "religious worker"),
    "village_official": words("perangkat desa", "village official"),
    "rt_rw": words("pengurus RT atau RW", "neighbourhood officer (RT, RW)"),
    "health_cadre": words("kader kesehatan", "health cadre"),
    "volunteer": words("relawan", "volunteer"),
    "business_owner": words("pemilik usaha", "business owner"),
    "food_beverage_tobacco": words(
        "makanan, minuman, dan tembakau", "food, beverages and tobacco"
    ),
    "textile_apparel": words("tekstil dan pakaian jadi", "textile and apparel"),
    "leather": words("kulit dan barang kulit", "leather"),
    "footwear": words("alas kaki", "footwear"),
    "toys": words("mainan anak", "toys"),
    "furniture": words("furnitur", "furniture"),
    "monthly": words("bulanan", "monthly"),
    "daily": words("harian", "daily"),
    "piece_rate": words("borongan atau satuan hasil", "piece rate"),
    "weather_piece_rate": words(
        "borongan yang bergantung cuaca", "piece rate that depends on the weather"
    ),
    "company": words("perusahaan", "company"),
    "placed": words("ditempatkan perusahaan", "placed by a company"),
    "individual": words("perseorangan", "individual"),
    "before_departure": words("sebelum berangkat", "before departure"),
    "during_and_after": words("selama dan setelah bekerja", "during and after work"),
    "extension": words("perpanjangan", "extension"),
    "above": words("jenjang berikutnya", "the next step"),
    "age": words("mencapai umur yang ditentukan", "reaching the age"),
    "total_disability": words("cacat total tetap", "total permanent disability"),
    "resignation": words("mengundurkan diri", "resignation"),
    "layoff": words("pemutusan hubungan kerja (PHK)", "layoff"),
    "contract_cut_short": words(
        "kontrak diputus sebelum waktunya", "fixed-term contract cut short"
    ),
    "contract_expiry": words("kontrak habis waktunya", "fixed-term contract expired"),
    "retirement": words("pensiun", "retirement"),
    "left_indonesia": words(
        "meninggalkan Indonesia untuk selamanya", "leaving Indonesia for good"
    ),
    "still_working": words("masih bekerja", "still working"),
    "housing": words("untuk rumah", "for housing"),
    "other_preparation": words(
        "untuk keperluan lain menjelang pensiun", "for other preparation"
    ),
    "one_year_state_bank_deposit_rate": words(
        "rata-rata bunga deposito berjangka satu tahun pada bank pemerintah",
        "mean one-year deposit rate of state banks",
    ),
    "yearly_simple_monthly": words(
        "sebanding bulan dalam setahun, ditambahkan pada akhir tahun",
        "by months within the year, added when the year ends",
    ),
    "monthly_compound": words(
        "seperduabelas tiap bulan, langsung ditambahkan",
        "a twelfth each month, added at once",
    ),
    "general_inflation": words("inflasi umum", "general inflation"),
    "contributions_and_returns": words(
        "seluruh iuran ditambah hasil pengembangannya", "contributions and returns"
    ),
    "pension_paid": words("pensiun yang dibayar", "the pension that is paid"),
    "formula": words("hasil rumus", "the result of the formula"),
    "old_age": words("pensiun hari tua", "old-age pension"),
    "disability_pension": words("pensiun cacat", "disability pension"),
    "widow": words("pensiun janda atau duda", "widow's or widower's pension"),
    "child": words("pensiun anak", "children's pension"),
    "parent": words("pensiun orang tua", "parent's pension"),
    "labour_market_information": words(
        "akses informasi pasar kerja", "access to labour-market information"
    ),
    "job_training": words("pelatihan kerja", "job training"),
    "claim_window_passed": words("batas waktu klaim lewat", "the claim window passed"),
    "new_job": words("mendapat pekerjaan baru", "a new job"),
    "half_up": words(
        "ke rupiah terdekat, setengah ke atas naik", "to the nearest rupiah, half up"
    ),
    "month_from": words("dari bulan", "from month"),
    "month_to": words("sampai bulan", "to month"),
    "ratio": words("bagian", "share"),
    "death": words("meninggal dunia", "death"),
}


CONFIDENCE: Final[dict[str, Words]] = {
    "VERIFIED": words("teks atau dua sumber dibaca", "text or two sources seen"),
    "SINGLE": words("satu sumber", "one source"),
    "MEMORY": words("belum terlihat teksnya", "text not seen"),
    "LOCAL": words("ketetapan kantor sendiri", "the office's own rule"),
}
"""How sure a value is, by the code that files and JSON carry."""

UNCERTAIN_DATE: Final = words("tanggal mulai belum pasti", "start date uncertain")

_COUNTED: Final = ("years", "months", "days", "working_days", "hours")


def term(code: str) -> Words:
    """Give the words for a code, or the code itself where it needs none."""
    vocabularies = (TERMS, ENFORCEMENT, BENEFIT, VALUE, CONFIDENCE)
    known = next((one[code] for one in vocabularies if code in one), None)
    return known or _verbatim(code)


def listed(items: Sequence[Figure | Words]) -> Words:
    """Write several words after each other: JKK, JKM, JHT."""
    names = [f"item{place}" for place in range(len(items))]
    pattern = ", ".join(f"{{{name}}}" for name in names)
    return Words(pattern, pattern, tuple(zip(names, items, strict=True)))


def shown(kind: str, value: Value) -> Figure | Words:
    """Write a value of the law or of a question so that a reader needs no key.

    Codes become their terms, terms of time carry their unit (7 hari kerja), a
    table says how many rows it has unless it was narrowed to one.
    """
    if kind == "table":
        return _table(value)
    if isinstance(value, tuple):
        return listed([shown("choice", str(item)) for item in value])
    if kind in _COUNTED and isinstance(value, int):
        return _counted(kind, value)
    if kind == "day_of_month":
        return words("tanggal {day}", "day {day}", day=figure(kind, value))
    if isinstance(value, str):
        return term(value)
    return figure(kind, value)


def _counted(unit: str, value: int) -> Words:
    singular = UNITS[unit].label_en.removesuffix("s")
    english = singular if value == 1 else UNITS[unit].label_en
    return words(
        f"{{count}} {UNITS[unit].label}",
        f"{{count}} {english}",
        count=figure(unit, value),
    )


def _table(value: Value) -> Words:
    assert isinstance(value, tuple)
    if len(value) != 1:
        return words(
            "tabel {count} baris", "table of {count} rows", count=str(len(value))
        )
    (row,) = value
    assert isinstance(row, dict)
    cells = [
        words("{name} {cell}", "{name} {cell}", name=term(name), cell=cell)
        for name, cell in in_both(row).items()
    ]
    return listed(cells)


def in_both(
    row: Row, columns: Mapping[str, str] | None = None
) -> dict[str, Figure | Words]:
    """Write the cells of a row, by the units of its columns where they are known.

    A text given twice, `act` and `act_en`, is one cell.
    """
    units = columns or {}
    return {
        name: _cell(units.get(name, ""), cell, row.get(f"{name}_en"))
        for name, cell in row.items()
        if name.removesuffix("_en") == name or name.removesuffix("_en") not in row
    }


def _cell(unit: str, cell: Value, english: Value | None) -> Figure | Words:
    return shown(unit, cell) if english is None else Figure(str(cell), str(english))


def _verbatim(text: str) -> Words:
    """Make words of a text that may hold braces, alike in both languages."""
    return words("{text}", "{text}", text=text)
