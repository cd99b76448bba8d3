"""Answers as pages show them: sums that add up, doubts with the steps they touch."""

from naungan.law.kinds import answer
from naungan.web.pages.calculator.presenter import MOST_FIGURES, show


WAGE_WORKER = {
    "segment": "PU",
    "month": "2026-06",
    "wage": 5_000_000,
    "risk_group": "very_low",
    "scale": "large",
}
DEATH = {
    "programme": "JKM",
    "segment": "PU",
    "event_date": "2024-03-16",
    "joined": "2020-01",
    "children": [{"level": "SD", "grade": 1}, {"level": "SMA", "grade": 2}],
}
ARREARS = {
    "on": "2026-11-20",
    "segment": "PU",
    "months": "2026-06..2026-10",
    "number_of_workers": 12,
    "wage": 4_000_000,
    "scale": "medium",
}


def whole(text):
    return 0 if text == "–" else int(text.replace(".", ""))


def test_rows_and_columns_add_up_to_the_sums():
    for kind, stated in (("contribution", WAGE_WORKER), ("arrears", ARREARS)):
        table = show(answer(kind, stated), "id").tables[0]
        for place in range(len(table.columns)):
            column = sum(whole(row.cells[place].text) for row in table.rows)
            assert column == whole(table.sums.cells[place].text)
        for row in (*table.rows, table.sums):
            *parts, last = (whole(cell.text) for cell in row.cells)
            assert sum(parts) == last


def test_who_pays_stands_first():
    shown = show(answer("contribution", WAGE_WORKER), "id")
    assert [one.amount for one in shown.figures] == [
        "Rp312.000",
        "Rp150.000",
        "Rp11.000",
        "Rp473.000",
    ]
    (table,) = shown.tables
    assert table.columns == ("Pemberi kerja", "Pekerja", "Pemerintah", "Jumlah")


def test_months_of_arrears_have_their_due_days():
    months = show(answer("arrears", ARREARS), "id").tables[1]
    assert months.rows[-1].head == "Oktober 2026"
    assert months.rows[-1].cells[0].text == "16 November 2026"


def test_a_total_is_never_crowded_out_and_scholarships_are_summed():
    figures = show(answer("benefit", DEATH), "id").figures
    assert len(figures) <= MOST_FIGURES
    labels = [one.label for one in figures]
    assert "Jumlah santunan" in labels
    assert "Beasiswa seluruhnya" in labels
    assert not [one for one in labels if one.startswith("Beasiswa anak")]


def test_a_doubt_names_its_badge_and_the_steps_that_read_it():
    late = {
        "programme": "JHT",
        "month": "2024-01",
        "amount": 570_000,
        "paid_on": "2024-05-10",
    }
    shown = show(answer("fine", late), "id")
    (doubt,) = shown.doubts
    assert doubt.source.badges == ("Belum diperiksa",)
    assert doubt.steps == ("Keterlambatan",)
    assert show(answer("fine", late), "en").doubts[0].source.badges == (
        "Not yet checked",
    )


def test_duties_have_no_column_of_amounts():
    stated = {"on": "2026-11-20", "scale": "large", "registered": True}
    shown = show(answer("duty", stated), "id")
    assert not shown.has_amounts
    assert shown.figures == ()
    assert shown.steps
