import pytest

from naungan.law.kinds import answer
from naungan.lib.errors import LawRefused


BACK = {"segment": "PU", "event_date": "2024-05-01", "as_of": "2026-11-21"}


def ask(**stated):
    return answer("entitlement", stated)


def test_the_day_asked_about_is_needed():
    with pytest.raises(LawRefused, match="as_of belum diisi"):
        ask(segment="PU")


def test_what_was_not_claimed_is_named_as_a_family_would():
    text = ask(**BACK, claimed=[{"part": "funeral"}]).text()
    assert "Belum diklaim: santunan kematian: Rp20.000.000" in text
    assert "Belum diklaim: santunan berkala: Rp12.000.000" in text
    assert "pemakaman: Rp" not in text.replace("Biaya pemakaman: Rp", "")


def test_a_cause_that_nobody_stated_is_said_to_matter():
    text = ask(**BACK).text("en")
    assert "if it came from work, JKK pays more" in text
    assert "Not claimed: death benefit: Rp20.000.000" in text


def test_nothing_missed_is_said():
    paid = [{"part": part} for part in ("death", "periodic", "funeral")]
    answered = ask(**BACK, cause="other", claimed=paid)
    assert answered.results["unclaimed"] == {}
    assert "Tidak ada yang terlewat" in answered.text()


def test_what_was_paid_but_not_due_is_said():
    answered = ask(**BACK, cause="other", claimed=[{"part": "disability"}])
    assert "tidak terutang: santunan cacat" in answered.text()


def test_the_most_there_can_be_is_said_to_be_that():
    answered = ask(**BACK, cause="other", joined="2020-01", children_count=5)
    assert answered.results["unclaimed"]["scholarship"] == 174_000_000
    assert "paling banyak: sebutkan jenjang" in answered.text()


def test_an_accident_may_state_how_it_ended():
    answered = ask(**BACK, cause="work", wage=3_000_000, stmb_months=2)
    assert answered.results["unclaimed"] == {"stmb": 6_000_000}


def test_looking_ahead_names_risks_and_sums():
    answered = ask(segment="PU", wage=3_000_000, active=False, as_of="2026-11-21")
    assert answered.results == {
        "risks": ["inactive"],
        "would_pay": {"JKK": 0, "JKM": 0},
    }
    assert "Tidak aktif: klaim gagal" in answered.text()


def test_looking_ahead_without_a_risk_says_so():
    answered = ask(segment="PU", wage=3_000_000, active=True, as_of="2026-11-21")
    assert "Tidak ada yang terlihat menggagalkan" in answered.text()
    assert answered.results["would_pay"] == {"JKK": 166_000_000, "JKM": 42_000_000}


def test_a_sum_that_cannot_be_computed_is_left_out_with_its_reason():
    answered = ask(segment="PU", active=True, as_of="2026-11-21")
    assert answered.results["would_pay"] == {"JKM": 42_000_000}
    assert "JKK: wage belum diisi" in answered.text()
