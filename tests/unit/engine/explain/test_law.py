"""Rules of law as an official reads them."""

from types import SimpleNamespace

import pytest

from naungan.engine.explain.law import bases, rules
from naungan.law import as_table


@pytest.fixture
def snapshot():
    """Return a stand-in for the door that knows the law of October 2026."""
    rows = [row._asdict() for row in as_table.rows()]
    cited = [row._asdict() for row in as_table.basis_rows()]
    return SimpleNamespace(
        manifest={"month": "2026-10"},
        parameters=lambda path: [
            row for row in rows if f"{row['path']}/".startswith(f"{path}/")
        ],
        bases=lambda: cited,
    )


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("contributions/jkk/employer_rate/low", "0,54\u00a0%"),
        ("contributions/jp/wage_ceiling", "Rp11.086.300"),
        ("participation/arrears/grace_months/pu", "3 bulan"),
        ("participation/ages/bpu_registration_below", "65 tahun"),
        ("participation/mandatory_programmes/pu_large", "JKK+JKM+JHT+JP"),
        ("contributions/due/pu/on_holiday", "hari kerja berikutnya"),
    ],
)
def test_a_value_is_said_in_its_unit(snapshot, path, said):
    [line] = rules(snapshot, [path])
    assert f": {said} sejak " in line.text()


def test_a_rule_names_its_first_month_and_its_article(snapshot):
    [line] = rules(snapshot, ["contributions/jkk/employer_rate/low"])
    assert line.text().endswith(
        "sejak Juli 2015 (PP 44/2015 Pasal 16 ayat (1) dan Lampiran I)"
    )


def test_a_rule_on_one_source_says_so(snapshot):
    [line] = rules(snapshot, ["participation/ages/bpu_registration_below"])
    assert line.text().endswith("[satu sumber]")


def test_only_the_rule_in_force_is_said(snapshot):
    assert len(rules(snapshot, ["contributions/jp/wage_ceiling"])) == 1


def test_findings_are_named_as_people_know_them(snapshot):
    lines = bases(snapshot, ["unregistered_employer"])
    assert lines
    assert all(line.text().startswith("PWBD: ") for line in lines)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("contributions/due/pu/month_offset", ": 1 month since "),
        ("participation/arrears/grace_months/pu", ": 3 months since "),
    ],
)
def test_one_of_a_unit_is_said_in_the_singular_in_english(snapshot, path, said):
    [line] = rules(snapshot, [path])
    assert said in line.text("en")


def test_what_stands_for_an_unseen_article_is_said_in_both_languages(snapshot):
    [line] = rules(snapshot, ["participation/ages/bpu_registration_below"])
    assert "Permenaker 5/2021 pasal belum terlihat" in line.text()
    assert "Permenaker 5/2021 article not seen" in line.text("en")
