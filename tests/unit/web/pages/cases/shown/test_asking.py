"""What the page of a case says on top: its finding is gone, or only on paper."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils import translation
from tests.unit.web.pages.cases.shown.test_findings import HELD, said

from naungan.casework.accounts.models import Institution
from naungan.casework.compliance import passing
from naungan.casework.compliance.models import Case, HandOver, StepTaken
from naungan.casework.compliance.queries.whole import HANGING, Whole
from naungan.web.pages.cases.shown.asking import asks


TODAY = date(2025, 1, 15)
TRACK = "registration_and_data"


def told(
    *notes,
    may=True,
    settled_on=None,
    track=TRACK,
    debt_idr=None,
    **hanging,
):
    """Give what a case with one finding says after what later runs noted."""
    state = "settled" if settled_on else "open"
    case = Case(pk=1, institution_id=7, state=state, stage_since=TODAY, track=track)
    case.closed_on, case.opened_on = settled_on, TODAY
    rows = dict.fromkeys(HANGING, ()) | {"findings": HELD, "notes": notes} | hanging
    reader = SimpleNamespace(institution_id=7, may=lambda _power: may)
    with translation.override("id"):
        return asks(case, reader, Whole(**rows), TODAY, debt_idr)


def test_a_case_whose_finding_is_gone_offers_to_be_settled():
    (one,) = told(said(2, HELD[0].code, "gone"))
    assert "sudah tidak ada sejak September 2024" in one.text
    assert one.address.endswith("/1/dipenuhi")
    (read,) = told(said(2, HELD[0].code, "gone"), may=False)
    assert read.address == ""


def test_an_employer_registered_on_paper_only_is_called_so():
    gone = said(2, HELD[0].code, "gone")
    (one,) = told(gone, said(2, "partial_workers", "new", 6))
    assert "baru di atas kertas" in one.more
    assert one.address.endswith("/1/temuan/tambah")


@pytest.mark.parametrize("says", ["present", "changed"])
def test_a_case_whose_finding_stands_says_nothing(says):
    assert told(said(2, HELD[0].code, says, 40)) == []


def test_a_settled_case_says_what_later_data_show_all_the_same():
    gone, new = said(2, HELD[0].code, "gone"), said(2, "partial_workers", "new", 22)
    before, after = date(2000, 1, 1), date(2999, 1, 1)
    (one,) = told(gone, new, settled_on=before)
    assert "di atas kertas" in one.text
    assert "22 orang" in one.text
    assert one.address.endswith("/1/buka-kembali")
    assert told(gone, new, settled_on=after) == []
    assert told(gone, settled_on=before) == []


def test_a_case_of_arrears_asks_for_its_debt_until_somebody_counted_it():
    (one,) = told(track="arrears")
    assert "belum dihitung" in one.text
    assert one.address.endswith("/1/uang/hitung")
    (read,) = told(track="arrears", may=False)
    assert read.address == ""
    assert told(track="arrears", debt_idr=5) == []
    assert told() == []


def handed(state, reason=""):
    to = Institution(pk=9, name="DPMPTSP")
    return HandOver(
        case_id=1,
        to=to,
        kind="withhold",
        sent_on=date(2024, 10, 9),
        state=state,
        reason=reason,
        decided_at=datetime(2024, 10, 14, 3, tzinfo=UTC),
    )


def test_a_case_that_was_refused_says_by_whom_why_and_what_may_follow():
    asked = next(one.code for one in passing.steps_for("withhold", TRACK))
    steps = [StepTaken(step=asked, state="standing")]
    refused = handed("rejected", "Lampirkan surat peringatan.")
    (one,) = told(steps=steps, hand_overs=[refused])
    assert "ditolak DPMPTSP pada 14 Okt 2024." in one.text
    assert "“Lampirkan surat peringatan”. Serahkan lagi" in one.more
    assert one.address.endswith("/1/serahkan?untuk=withhold")
    (back,) = told(steps=steps, hand_overs=[handed("returned")])
    assert "dikembalikan DPMPTSP" in back.text
    (none,) = told(steps=steps)
    assert "belum dikirim" in none.text
    again = [refused, handed("sent")]
    assert told(steps=steps, hand_overs=again) == []
