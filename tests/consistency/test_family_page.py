"""Every figure on the page for families is what the law says in its month."""

import re
from datetime import date
from decimal import Decimal

import pytest

from naungan.law.book import enacted
from naungan.law.kinds import answer
from naungan.lib.money import format_rupiah


DAY = date(2026, 11, 21)
MONTH = "2026-11"


def value(path, day=DAY):
    """Give a value of the law on a day."""
    found = enacted().parameter(path).at(day)
    assert found is not None, path
    return found


def rupiah(path):
    return format_rupiah(value(path))


def percent(ratio):
    return f"{(ratio * 100).normalize():f}%"


def contribution(**stated):
    return answer("contribution", {"month": MONTH, **stated}).results


def benefit(**stated):
    return answer("benefit", {"event_date": str(DAY), **stated}).results


def self_employed(programmes, **stated):
    asked = {"segment": "BPU", "income": 1_000_000, "programmes": programmes}
    return format_rupiah(contribution(**asked, **stated)["total"])


def pu(who):
    wage = {"wage": 5_000_000, "risk_group": "very_low", "scale": "large"}
    return format_rupiah(contribution(segment="PU", **wage)[who])


def accident():
    asked = {"programme": "JKK", "segment": "BPU", "outcome": "death"}
    return benefit(**asked, income=1_000_000, joined_on="2026-11-18")


def last_month(path):
    """Name the last month of the newest entry of a relief, as the page does."""
    last = enacted().parameter(path).entries[-1].to_on
    return f"{['Maret', 'Desember'][last.month == 12]} {last.year}"


def sick_pay():
    first, rest = value("benefits/jkk/stmb/schedule")
    return (
        f"{percent(first['ratio'])} selama {rest['from_month'] - 1} bulan, "
        f"lalu {percent(rest['ratio'])}"
    )


def costs():
    """Give every piece of the page about what it costs, made from the law."""
    jkk_jkm, with_jht = ["JKK", "JKM"], ["JKK", "JKM", "JHT"]
    path = "participation/ages/bpu_registration_below"
    yield f"sebelum berumur {value(path)} tahun"
    yield (
        f"paling murah **{self_employed(jkk_jkm, payer='apbd')} sebulan** untuk JKK "
        f"dan JKM, atau {self_employed(with_jht, payer='apbd')} dengan"
    )
    yield (
        f"Sampai {last_month('reliefs/bpu_2026/other_multiplier')} yang membayar "
        f"sendiri cukup {self_employed(jkk_jkm, payer='self', occupation='farmer')} "
        f"(dengan JHT {self_employed(with_jht, payer='self', occupation='farmer')}); "
        "pengemudi dan kurir sampai "
        f"{last_month('reliefs/bpu_2026/transport_multiplier')}."
    )
    yield f"tetap {self_employed(jkk_jkm, payer='apbd')} dan Anda tidak"
    jht = percent(value("contributions/jht/worker_rate"))
    jp = percent(value("contributions/jp/worker_rate"))
    yield f"dipotong {jht} untuk JHT dan {jp} untuk JP"
    yield (
        f"upah Rp5.000.000 di kantor perusahaan besar dipotong {pu('worker')}, dan "
        f"pemberi kerja membayar {pu('employer')}"
    )
    yield f"paling lambat tanggal {value('contributions/due/bpu/day')} bulan itu juga"
    assert value("contributions/due/bpu/month_offset") == 0
    yield f"lewat {value('participation/arrears/grace_months/bpu')} bulan, haknya"


def accident_pays():
    """Give what an accident at work pays."""
    yield f"upah {sick_pay()}."
    lowest = self_employed(["JKK", "JKM"], payer="apbd")
    times = value("benefits/jkk/death/ratio") * value("benefits/jkk/wage_multiple")
    yield (
        f"{times.normalize():f} kali upah sebulan, ditambah "
        f"{rupiah('benefits/jkk/periodic')} dan biaya pemakaman "
        f"{rupiah('benefits/jkk/funeral')}. Peserta dengan iuran "
        f"{lowest}: seluruhnya "
        f"**{format_rupiah(accident()['total'])}**"
    )


def other_events_pay():
    """Give what death, old age and the loss of work pay."""
    died = benefit(programme="JKM", segment="PU")["total"]
    yield f"Keluarga menerima **{format_rupiah(died)}**"
    short = benefit(programme="JKM", segment="BPU", joined_on="2026-10-21")["total"]
    yield (
        f"belum {value('benefits/jkm/bpu/full_after_months')} bulan terdaftar: hanya "
        f"{format_rupiah(short)}"
    )
    yield (
        f"Untuk {value('benefits/scholarship/max_children')} anak, dari TK sampai "
        f"kuliah, paling banyak {rupiah('benefits/scholarship/max_per_child')} seorang"
    )
    years = value("benefits/scholarship/jkm_contribution_years")
    yield f"iuran harus sudah dibayar {years} tahun"
    yield (
        f"pada umur {value('benefits/jht/full_payment_age')} tahun, "
        f"{value('benefits/jht/waiting_months')} bulan sesudah berhenti"
    )
    yield (
        f"Sesudah {value('benefits/jp/min_contribution_months')} bulan iuran dan "
        f"berumur {value('participation/ages/jp_retirement')} tahun: tiap bulan "
        f"{rupiah('benefits/jp/monthly_minimum')} sampai "
        f"{rupiah('benefits/jp/monthly_maximum')}"
    )
    (cash,) = value("benefits/jkp/cash_schedule")
    laid_off = benefit(programme="JKP", wage=9_000_000)["total"]
    yield (
        f"{percent(cash['ratio'])} upah selama {cash['month_to']} bulan, dihitung dari "
        f"upah paling tinggi {rupiah('benefits/jkp/wage_cap')}: paling banyak "
        f"{format_rupiah(laid_off)}"
    )


def clocks():
    """Give every term, and the month of the page."""
    yield f"dalam {value('benefits/jkk/report_hours')} jam"
    yield f"sampai {value('benefits/jkk/claim_years')} tahun"
    yield f"membayar dalam {value('benefits/payment/jkk_days')} hari kerja"
    yield f"dibayar dalam {value('benefits/payment/jkm_days')} hari kerja"
    yield f"ajukan JKP dalam {value('benefits/jkp/claim_window_months')} bulan"
    conditions = "benefits/jkp/conditions"
    yield (
        f"iuran dibayar {value(f'{conditions}/min_contribution_months')} bulan dalam "
        f"{value(f'{conditions}/within_months')} bulan sebelum PHK"
    )
    assert {"resignation", "retirement"} < set(value(f"{conditions}/excluded_causes"))
    yield "berlaku untuk November 2026"


def sentences():
    """Give every piece of the page that holds a figure."""
    return [*costs(), *accident_pays(), *other_events_pay(), *clocks()]


@pytest.fixture(scope="module")
def page(root):
    """Return the page as one line of text, links aside."""
    path = root / "docs" / "explanation" / "jamsostek-untuk-keluarga.md"
    return " ".join(path.read_text(encoding="utf-8").split())


def test_every_figure_is_what_the_law_says(page):
    assert [sentence for sentence in sentences() if sentence not in page] == []


def test_no_figure_stands_beside_those_that_are_checked(page):
    rest = page
    for sentence in sentences():
        rest = rest.replace(sentence, "")
    assert re.findall(r"\S*\d\S*", rest) == []


def test_widow_and_child_get_half_of_the_pension_as_the_page_says():
    assert value("benefits/jp/survivor/widow_ratio") == Decimal("0.5")
    assert value("benefits/jp/survivor/child_ratio") == Decimal("0.5")


def test_the_page_stays_one_page(root):
    path = root / "docs" / "explanation" / "jamsostek-untuk-keluarga.md"
    assert path.read_text(encoding="utf-8").count("\n") <= 80
