from naungan.law.book import enacted
from naungan.law.kinds import answer


OFFICER = {
    "programme": "JKM",
    "segment": "BPU",
    "event_date": "2026-10-10",
    "joined_on": "2026-08-10",
    "active": True,
}


def ask(**more):
    return answer("benefit", {**OFFICER, **more})


def test_a_widow_reads_what_she_gets_and_every_doubt():
    text = ask().text()
    for sentence in (
        "Manfaat JKM atas kematian 10 Oktober 2026",
        "peserta sejak 10 Agustus 2026; penuh sejak 10 November 2026 (3 bulan)",
        "Biaya pemakaman: Rp10.000.000",
        "Jumlah santunan: Rp10.000.000",
        "Sumber belum sepakat",
        "memperoleh Rp42.000.000: periksa segmen pada kartu peserta",
        "Satu sumber menulis 8 juta dan 2 juta",
        "tanggal mulai belum pasti",
        "BPJS harus membayar dalam 3 hari kerja",
        "Permenaker 1/2025",
    ):
        assert sentence in text


def test_the_same_in_english():
    text = ask().text("en")
    assert "Membership too short: the funeral only" in text
    assert "Sources disagree" in text
    assert "Total: Rp10.000.000" in text


def test_the_parts_add_up_to_the_total_that_the_law_names():
    parts = ("lump_sum", "periodic", "funeral")
    entries = [enacted().parameter(f"benefits/jkm/{part}").entries for part in parts]
    totals = enacted().parameter("benefits/jkm/total").entries
    for place, total in enumerate(totals):
        assert sum(one[place].value for one in entries) == total.value


def test_the_schedule_adds_up_to_the_most_that_the_law_names():
    schedule = enacted().parameter("benefits/scholarship/schedule").entries[0].value
    each = sum(row["amount"] * row["max_years"] for row in schedule)
    most = enacted().parameter("benefits/scholarship/max_per_child").entries[0].value
    both = enacted().parameter("benefits/scholarship/max_total").entries[0].value
    children = enacted().parameter("benefits/scholarship/max_children").entries[0].value
    assert (each, each * children) == (most, both)


def test_a_missing_time_limit_is_said():
    assert "Batas waktu mengajukan JKM tidak terlihat" in ask().text()


def test_without_heirs_the_rule_is_named():
    text = ask(joined_on="2020-08-10", heirs=False).text()
    assert "Tidak ada ahli waris" in text
    assert "biaya pemakaman bagi yang mengurus pemakaman" in text
    assert "beasiswa" not in text.lower()


def test_a_migrant_worker_hears_what_is_not_known_about_contributions():
    answered = answer(
        "benefit",
        {
            "programme": "JKM",
            "segment": "PMI",
            "phase": "abroad",
            "event_date": "2024-05-01",
            "children": [{"level": "PT", "grade": 5}],
        },
    )
    assert answered.results["total"] == 85_000_000
    assert answered.results["scholarship"] == 12_000_000
    assert "Syarat masa iur beasiswa bagi PMI tidak terlihat" in answered.text()
    assert answered.results["claim_by"] == "2029-05-01"


def test_nobody_is_told_of_payment_where_nothing_is_due():
    text = ask(arrears_months=5).text()
    assert "Jumlah santunan: Rp0" in text
    assert "BPJS harus membayar" not in text


def test_two_memberships_are_told_apart():
    stated = {"programme": "JKM", "event_date": "2026-10-10"}
    both = [{"name": "PT Contoh", "segment": "PU"}, {"segment": "PU"}]
    answered = answer("benefit", {**stated, "memberships": both})
    text = answered.text()
    assert text.index("Dari PT Contoh") < text.index("Dari kepesertaan ke-2")
    assert [one["total"] for one in answered.results["memberships"]] == [42_000_000] * 2
