"""What the answer about one participant says: lines, articles, assumptions, doubts."""

import pytest

from naungan.law.book import Book
from naungan.law.kinds import answer
from naungan.lib.errors import LawRefused


def asked(**stated):
    return answer("contribution", stated)


@pytest.fixture
def palm_farmer():
    return asked(
        segment="BPU", month="2026-06", occupation="petani sawit", payer="dbh_sawit"
    )


def test_a_palm_farmer_paid_by_revenue_sharing_costs_the_full_price(palm_farmer):
    assert palm_farmer.results["total"] == 16_800
    text = palm_farmer.text()
    assert "Jumlah, pemerintah: Rp16.800" in text
    assert "PP 44/2015 Pasal 20" in text
    assert "PP 50/2025" in text
    assert "dibayar DBH sawit, yang dikecualikan" in text


def test_a_funder_that_is_excluded_by_reading_is_not_said_to_be_named(palm_farmer):
    said = (
        "Sumber menyebut APBN dan APBD; DBH sawit dibaca sebagai bagian anggaran itu."
    )
    assert said in [one.text() for one in palm_farmer.notes]
    named = asked(segment="BPU", month="2026-06", occupation="petani", payer="apbd")
    assert not any("dibaca sebagai" in one.text() for one in named.notes)


def test_the_same_in_english(palm_farmer):
    text = palm_farmer.text("en")
    assert "Total, government: Rp16.800" in text
    assert "The relief does not apply" in text


def test_every_line_has_its_arithmetic_and_its_article():
    answered = asked(segment="PU", month="2026-06", wage="5000000", scale="large")
    shares = [line for line in answered.lines if "." in line.key]
    assert answered.lines[0].used[0].basis.startswith("Perpres 109/2013")
    assert all(line.arithmetic is not None for line in shares)
    assert all(line.used for line in shares if not line.key.endswith("kept"))
    jkk = next(line for line in shares if line.key == "JKK.employer")
    assert jkk.arithmetic.text() == "Rp5.000.000 × 0,24%"
    assert jkk.used[0].basis.startswith("PP 44/2015 Pasal 16")


def test_what_was_assumed_is_said():
    answered = asked(segment="PU", month="2026-06", wage="5000000")
    said = " ".join(one.text() for one in answered.assumed)
    for part in (
        "skala usaha: dianggap usaha besar",
        "kelompok risiko",
        "menjadi peserta JKP",
    ):
        assert part in said


def test_a_ceiling_is_shown_beside_the_wage_that_it_cuts():
    answered = asked(segment="PU", month="2026-06", wage="20000000", programmes="JP")
    assert (
        answered.lines[0].arithmetic.text()
        == "Rp11.086.300 (batas; upah Rp20.000.000) × 2%"
    )


def test_a_rounded_amount_shows_what_was_rounded_and_that_no_article_says_how():
    answered = asked(segment="PU", month="2026-06", wage="4500500", programmes="JKM")
    assert (
        answered.lines[0].arithmetic.text()
        == "Rp4.500.500 × 0,3% = 13.501,5, dibulatkan"
    )
    assert answered.lines[0].used[-1].confidence == "MEMORY"
    assert "tidak ada pasal yang terlihat" in answered.lines[0].used[-1].basis


def test_rounding_lowers_no_confidence_and_says_how_much_it_may_move():
    answered = asked(segment="PU", month="2026-06", wage="4500500", programmes="JKM")
    assert answered.confidence == "VERIFIED"
    data = answered.as_data()
    assert (data["rounded"], data["doubts"]) == (1, [])
    assert "paling banyak Rp1 tiap bagian" in data["notes"][-1]["id"]
    whole = asked(segment="PU", month="2026-06", wage="4500000", programmes="JKM")
    assert whole.as_data()["rounded"] == 0
    assert "dibulatkan" not in whole.text()


def test_a_middle_band_says_that_one_source_was_seen():
    answered = asked(segment="BPU", month="2025-06", income="3000000")
    assert answered.confidence == "SINGLE"
    assert (
        "baris 10 (penghasilan Rp2.700.000 sampai di bawah Rp3.200.000)"
        in answered.text()
    )


def test_the_last_band_has_no_end():
    answered = asked(segment="BPU", month="2025-06", income="90000000")
    assert "baris 33 (penghasilan Rp20.200.000 ke atas)" in answered.text()


def test_village_money_is_answered_with_its_doubt():
    answered = asked(segment="BPU", month="2026-06", payer="apbdes", occupation="rt_rw")
    assert answered.confidence == "MEMORY"
    assert "Belum pasti apakah keringanan berlaku" in answered.text()
    assert "reliefs/bpu_2026/uncertain_funders" in [one.path for one in answered.doubts]


def test_unseen_figures_are_left_out_and_named():
    answered = asked(
        segment="PU",
        month="2025-09",
        wage="4000000",
        labour_intensive="ya",
        scale="large",
    )
    assert answered.results["JKP"] == {"government": 8_800}
    assert "PP 7/2025 Pasal 10" in answered.text()


def test_job_loss_without_the_rest_is_answered_and_said():
    answered = asked(
        segment="PU", month="2026-06", wage="5000000", programmes="JKK+JKP"
    )
    assert answered.results["JKP"] == {
        "government": 11_000,
        "from_jkk": 7_000,
        "total": 18_000,
    }
    assert "JKP menuntut kepesertaan JKM+JHT+JP juga" in answered.text()


def test_the_deferred_pension_names_its_days():
    answered = asked(segment="PU", month="2020-10", wage="4000000")
    assert "15 Mei 2021" in answered.text()
    assert "15 April 2022" in answered.text()


def test_somebody_too_old_to_register_is_told():
    answered = asked(segment="BPU", month="2026-06", age="65")
    assert "Pendaftaran baru ditolak" in answered.text()
    assert answered.results["total"] > 0
    assert "Pendaftaran" not in asked(segment="BPU", month="2026-06", age="64").text()


def test_an_office_may_lay_its_own_list_of_funders_over_the_law(tmp_path):
    laid = tmp_path / "reliefs" / "bpu_2026" / "excluded_funders.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text(
        "overlay: Kabupaten Rekaan\n"
        "values:\n"
        "  - from: 2026-01-01\n"
        "    to: 2027-03-31\n"
        "    value: [apbn, apbd, apbdes]\n",
        encoding="utf-8",
    )
    stated = {"segment": "BPU", "month": "2026-06", "payer": "apbdes"}
    answered = answer("contribution", stated, Book(overlay=tmp_path))
    assert answered.results["total"] == 16_800
    assert answered.confidence == "LOCAL"


def test_a_rounding_rule_that_nobody_knows_is_refused(tmp_path):
    laid = tmp_path / "rounding" / "contribution.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text(
        "overlay: Kantor Rekaan\nvalues:\n  - from: 2015-07-01\n    value: sideways\n",
        encoding="utf-8",
    )
    stated = {"segment": "PU", "month": "2026-06", "wage": "333", "programmes": "JKK"}
    with pytest.raises(LawRefused, match="pembulatan 'sideways'"):
        answer("contribution", stated, Book(overlay=tmp_path))


def test_an_office_may_lay_a_lowest_base_of_its_own_over_the_law(tmp_path):
    laid = tmp_path / "contributions" / "bpu" / "lowest_base_income.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text(
        "overlay: Kantor Rekaan\nvalues:\n  - from: 2015-07-01\n    value: 1100000\n",
        encoding="utf-8",
    )
    stated = {"segment": "BPU", "month": "2025-06", "income": "900000"}
    answered = answer("contribution", stated, Book(overlay=tmp_path))
    assert answered.results["total"] == 16_800
    assert "baris 1 " in answered.text()


def test_a_doubtful_list_of_programmes_makes_the_answer_doubtful():
    answered = asked(
        segment="BPU", month="2025-06", income="500000", occupation="business_owner"
    )
    assert answered.confidence == "SINGLE"
    assert "Program: JKK+JKM+JHT" in answered.text()
