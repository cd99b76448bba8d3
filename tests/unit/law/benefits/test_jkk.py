from naungan.law.kinds import answer


FISHER = {
    "programme": "JKK",
    "segment": "BPU",
    "event_date": "2026-05-12",
    "joined_on": "2026-05-07",
    "income": 1_000_000,
    "outcome": "death",
}
WORKER = {
    "programme": "JKK",
    "segment": "PU",
    "event_date": "2024-05-01",
    "wage": 3_000_000,
    "active": True,
}


def ask(stated, **more):
    return answer("benefit", {**stated, **more})


def test_a_family_reads_what_it_gets_and_until_when():
    text = ask(FISHER).text()
    for sentence in (
        "Manfaat JKK atas kecelakaan kerja 12 Mei 2026",
        "Santunan kematian: Rp48.000.000\n    60% × 80 × Rp1.000.000",
        "Santunan berkala, dibayar sekaligus: Rp12.000.000",
        "Biaya pemakaman: Rp10.000.000",
        "Jumlah santunan: Rp70.000.000",
        "Klaim paling lambat 12 Mei 2031",
        "BPJS harus membayar dalam 7 hari kerja sejak berkas lengkap",
        "PP 82/2019 Lampiran III",
    ):
        assert sentence in text


def test_the_same_in_english():
    text = ask(FISHER).text("en")
    assert "Death benefit: Rp48.000.000" in text
    assert "Total: Rp70.000.000" in text
    assert "To be claimed by 12 May 2031" in text


def test_the_least_package_of_the_self_employed_is_sure():
    assert ask(FISHER).confidence == "VERIFIED"


def test_money_comes_before_terms():
    keys = [line.key for line in ask(FISHER).lines]
    assert keys.index("total") < keys.index("report") < keys.index("claim_by")
    assert keys[-1] == "pay_by"


def test_the_floor_is_explained():
    text = ask(WORKER, wage=400_000, outcome="death").text()
    assert "60% × 80 × Rp400.000, di bawah batas terendah Rp20.000.000" in text


def test_the_shortfall_of_an_under_reported_wage_is_written_after_the_total():
    answered = ask(WORKER, wage=5_000_000, reported_wage=3_000_000, outcome="death")
    keys = [line.key for line in answered.lines]
    assert keys.index("total") + 1 == keys.index("employer")
    assert "Rp262.000.000 − Rp166.000.000 yang dibayar BPJS" in answered.text()


def test_a_lapsed_claim_pays_nothing_and_says_why():
    answered = ask(WORKER, claimed_on="2029-05-02", outcome="death")
    assert answered.results["total"] == 0
    assert "Hak sudah gugur" in answered.text()
    assert "BPJS harus membayar" not in answered.text()


def test_parts_that_were_not_asked_about_are_left_out():
    results = ask(WORKER, stmb_months=1).results
    assert results["stmb"] == 3_000_000
    assert not {"death", "transport", "care", "disability"} & set(results)


def test_the_outcome_follows_from_what_is_stated():
    assert "cacat sebagian" in ask(WORKER, losses=[{"part": "big_toe"}]).text()
    assert "sembuh" in ask(WORKER, stmb_months=1).text()


def test_the_other_jobs_are_said_to_be_open():
    jobs = [
        {"segment": "PU", "wage": 9},
        {"segment": "PU", "wage": 1, "accident_here": True},
    ]
    stated = {key: WORKER[key] for key in ("programme", "event_date")}
    text = ask(stated, memberships=jobs, outcome="death").text()
    assert "Dari kepesertaan ke-2" in text
    assert "tanyakan ke kantor BPJS" in text
