"""The plain explanation for workers and families, with the figures of the law.

Every figure is read from the law of the day on which the page is opened, so the
text can grow old but no amount in it can.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from naungan.law.book import enacted
from naungan.law.kinds import answer
from naungan.law.words import (
    Figure,
    Language,
    Words,
    month,
    number,
    percent,
    rupiah,
    words,
)
from naungan.lib.dates import month_end, month_of, month_text


@dataclass(frozen=True)
class Section:
    """One part of the page."""

    code: str
    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Explained:
    """The whole page in one language."""

    title: str
    month: str
    sections: tuple[Section, ...]
    law_version: str


_TITLE: Final = words(
    "Jamsostek untuk pekerja dan keluarganya",
    "Jamsostek for workers and their families",
)
_LOWEST: Final = ("JKK", "JKM")
FULL_AFTER: Final = "benefits/jkm/bpu/full_after_months"


def explained(today: date, language: Language) -> Explained:
    """Write the page for a day; past the recorded law, for its last month."""
    first, last = enacted().months
    index = min(max(month_of(today), first), last)
    law = _Law(min(today, month_end(last)), month_text(index))
    parts = (
        ("apa", words("Apa itu", "What it is"), _what()),
        ("iuran", words("Berapa iurannya", "What it costs"), law.costs()),
        ("manfaat", words("Apa yang diterima", "What you receive"), law.pays()),
        ("terjadi", words("Bila terjadi", "When it happens"), law.clocks()),
    )
    return Explained(
        _TITLE.text(language),
        words("{m}", "{m}", m=month(index)).text(language),
        tuple(
            Section(
                code, heading.text(language), tuple(one.text(language) for one in said)
            )
            for code, heading, said in parts
        ),
        enacted().version,
    )


def _what() -> Iterator[Words]:
    yield words(
        "Jamsostek melindungi orang yang bekerja, apa pun pekerjaannya. "
        "Penyelenggaranya BPJS Ketenagakerjaan, bukan BPJS Kesehatan.",
        "Jamsostek protects people who work, whatever their work. It is run by BPJS "
        "Ketenagakerjaan, which is not BPJS Kesehatan.",
    )
    yield words(
        "JKK: celaka atau sakit karena kerja, juga saat berangkat dan pulang. JKM: "
        "meninggal bukan karena kerja. JHT: tabungan hari tua Anda sendiri.",
        "JKK: accident or illness from work, also on the way there and back. JKM: "
        "death that is not from work. JHT: your own savings for old age.",
    )
    yield words(
        "JP, uang pensiun bulanan, dan JKP, uang sesudah PHK, hanya untuk karyawan.",
        "JP, a monthly pension, and JKP, money after a layoff, are for employees only.",
    )
    yield words(
        "Karyawan didaftarkan pemberi kerja. Siapa pun yang bekerja sendiri mendaftar "
        "sendiri, atau didaftarkan desa dan pemerintah daerah.",
        "Employees are registered by their employer. Whoever works for themselves "
        "registers alone, or is registered by the village or the region.",
    )


@dataclass(frozen=True)
class _Law:
    day: date
    month: str

    def value(self, path: str) -> Any:
        return enacted().parameter(path).at(self.day)

    def rupiah(self, path: str) -> Figure:
        return rupiah(self.value(path))

    def number(self, path: str) -> Figure:
        return number(self.value(path))

    def self_employed(self, *programmes: str) -> Figure:
        """Give the lowest contribution of a month without relief."""
        income = str(self.value("contributions/bpu/lowest_base_income"))
        asked = {"segment": "BPU", "income": income, "programmes": programmes}
        found = answer("contribution", {**asked, "month": self.month, "payer": "apbd"})
        return rupiah(found.results["total"])

    def costs(self) -> Iterator[Words]:
        yield words(
            "Bekerja sendiri: paling murah {basic} sebulan untuk JKK dan JKM, atau "
            "{saving} dengan tabungan JHT. Keringanan dapat membuatnya lebih murah; "
            "hitung di kalkulator.",
            "Self-employed: from {basic} a month for JKK and JKM, or {saving} with JHT "
            "savings. A relief may make it cheaper; see the calculator.",
            basic=self.self_employed(*_LOWEST),
            saving=self.self_employed(*_LOWEST, "JHT"),
        )
        yield words(
            "Karyawan: dari upah dipotong {jht} untuk JHT dan {jp} untuk JP; "
            "selebihnya dibayar pemberi kerja.",
            "Employees: {jht} of the wage is held back for JHT and {jp} for JP; the "
            "employer pays the rest.",
            jht=percent(self.value("contributions/jht/worker_rate")),
            jp=percent(self.value("contributions/jp/worker_rate")),
        )
        yield words(
            "Bekerja sendiri membayar paling lambat tanggal {day}. Menunggak lebih "
            "dari {grace} bulan menggugurkan hak.",
            "The self-employed pay by day {day}. Arrears of more than {grace} months "
            "end the right.",
            day=self.number("contributions/due/bpu/day"),
            grace=self.number("participation/arrears/grace_months/bpu"),
        )

    def pays(self) -> Iterator[Words]:
        yield from self._of_work()
        yield from self._of_death()
        yield from self._of_old_age()

    def _of_work(self) -> Iterator[Words]:
        ratio = self.value("benefits/jkk/death/ratio")
        multiple = ratio * Decimal(self.value("benefits/jkk/wage_multiple"))
        yield words(
            "Celaka karena kerja (JKK): semua biaya pengobatan sampai sembuh, dan "
            "upah selama tidak dapat bekerja. Bila meninggal: {times} kali upah "
            "sebulan, ditambah {periodic} dan biaya pemakaman {funeral}.",
            "Accident at work (JKK): all care until recovery, and wages while unable "
            "to work. On death: {times} monthly wages, with {periodic} and {funeral} "
            "for the funeral.",
            times=number(multiple),
            periodic=self.rupiah("benefits/jkk/periodic"),
            funeral=self.rupiah("benefits/jkk/funeral"),
        )
        for paid in self.value("benefits/jkp/cash_schedule"):
            yield words(
                "PHK (JKP): {share} upah pada bulan {first} sampai {last}, dihitung "
                "dari upah paling tinggi {cap}.",
                "Layoff (JKP): {share} of the wage in months {first} to {last}, counted "
                "on a wage of at most {cap}.",
                share=percent(paid["ratio"]),
                first=number(paid["month_from"]),
                last=number(paid["month_to"]),
                cap=self.rupiah("benefits/jkp/wage_cap"),
            )

    def _of_death(self) -> Iterator[Words]:
        asked = {"programme": "JKM", "segment": "PU", "event_date": str(self.day)}
        yield words(
            "Meninggal bukan karena kerja (JKM): keluarga menerima {total}.",
            "Death that is not from work (JKM): the family receives {total}.",
            total=rupiah(answer("benefit", asked).results["total"]),
        )
        if self.value(FULL_AFTER) is not None:  # nobody waited before March 2025
            yield words(
                "Peserta yang bekerja sendiri baru berhak penuh atas santunan kematian "
                "(JKM) sesudah {months} bulan.",
                "The self-employed have the full right to the death benefit (JKM) "
                "after {months} months.",
                months=self.number(FULL_AFTER),
            )
        yield words(
            "Beasiswa: untuk {children} anak, paling banyak {most} seorang. Bila "
            "meninggal bukan karena kerja, iuran harus sudah dibayar {years} tahun.",
            "Scholarship: for {children} children, at most {most} each. If death was "
            "not from work, contributions must have been paid for {years} years.",
            children=self.number("benefits/scholarship/max_children"),
            most=self.rupiah("benefits/scholarship/max_per_child"),
            years=self.number("benefits/scholarship/jkm_contribution_years"),
        )

    def _of_old_age(self) -> Iterator[Words]:
        yield words(
            "Hari tua (JHT): seluruh tabungan dan hasilnya pada umur {age} tahun, "
            "{months} bulan sesudah berhenti atau PHK, bila cacat total tetap, atau "
            "kepada ahli waris.",
            "Old age (JHT): all savings and their returns at age {age}, {months} month "
            "after leaving or a layoff, on total disability, or to the heirs.",
            age=self.number("benefits/jht/full_payment_age"),
            months=self.number("benefits/jht/waiting_months"),
        )
        yield words(
            "Pensiun (JP): sesudah {months} bulan iuran dan berumur {age} tahun, tiap "
            "bulan {least} sampai {most}.",
            "Pension (JP): after {months} months of contributions and at age {age}, "
            "each month {least} to {most}.",
            months=self.number("benefits/jp/min_contribution_months"),
            age=self.number("participation/ages/jp_retirement"),
            least=self.rupiah("benefits/jp/monthly_minimum"),
            most=self.rupiah("benefits/jp/monthly_maximum"),
        )

    def clocks(self) -> Iterator[Words]:
        yield words(
            "Celaka karena kerja: laporkan kepada BPJS Ketenagakerjaan dalam {hours} "
            "jam dan simpan surat dokter serta kuitansi. Klaim masih dapat diajukan "
            "sampai {years} tahun.",
            "Accident at work: report it to BPJS Ketenagakerjaan within {hours} hours "
            "and keep the doctor's letter and receipts. A claim may be made for "
            "{years} years.",
            hours=self.number("benefits/jkk/report_hours"),
            years=self.number("benefits/jkk/claim_years"),
        )
        yield words(
            "Ada yang meninggal: bawa surat kematian, surat ahli waris, kartu peserta, "
            "KTP, kartu keluarga, dan buku tabungan. Tanyakan uang duka, beasiswa "
            "anak, tabungan JHT, dan pensiun. Uang duka dibayar dalam {days} hari "
            "kerja sejak berkas lengkap.",
            "A death: bring the death certificate, the certificate of heirs, the "
            "participant's card, identity card, family card and bank book. Ask for the "
            "death benefit, scholarships, JHT savings and pension. It is paid within "
            "{days} working days of a complete file.",
            days=self.number("benefits/payment/jkm_days"),
        )
        yield words(
            "Kena PHK: minta surat PHK, lalu ajukan JKP dalam {months} bulan.",
            "A layoff: ask for its letter and claim JKP within {months} months.",
            months=self.number("benefits/jkp/claim_window_months"),
        )
        yield words(
            "Tidak didaftarkan, atau upah dilaporkan lebih kecil? Hak Anda tidak "
            "hilang: pemberi kerja wajib membayar manfaatnya, atau kekurangannya. "
            "Laporkan kepada BPJS Ketenagakerjaan atau pengawas ketenagakerjaan.",
            "Not registered, or a lower wage reported? Your right is not lost: the "
            "employer owes the benefit, or what is missing. Report it to BPJS "
            "Ketenagakerjaan or the labour inspector.",
        )
