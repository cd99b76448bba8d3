"""The ladder as a table: from what was taken, which step may follow and which not."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings, strategies as st
from tests.office_database import HOME  # first: it sets Django up


# isort: split
from naungan.casework.compliance import terms
from naungan.casework.compliance.actions.steps import LIFTS
from naungan.casework.compliance.models import StepTaken, TermOverlay
from naungan.casework.compliance.rules import (
    MANDATED,
    RETURNED,
    Known,
    Ladder,
    segment_of,
)
from naungan.law.book import enacted
from naungan.law.step import TRACKS, ladder


assert HOME
DAY = date(2026, 11, 2)
LATE = DAY + timedelta(days=400)
REGISTRATION, ARREARS = TRACKS
STEPS = enacted().steps


@dataclass
class Pursued:
    """A case as rules know it."""

    track: str = REGISTRATION
    kind: str = "company"
    state: str = "open"


def took(*codes, state="standing", ends_on=None):
    """Give steps as they were taken, one a day."""
    return [
        StepTaken(
            step=code,
            state=state,
            taken_on=DAY + timedelta(days=n),
            ends_on=ends_on,
        )
        for n, code in enumerate(codes)
    ]


def proposal(
    code, *codes, track=REGISTRATION, kind="company", on=LATE, taken=None, **known
):
    """Ask about one step after those that were taken."""
    steps = took(*codes) if taken is None else taken
    case = Pursued(track, kind, known.pop("state", "open"))
    return Ladder(case, steps, on, Known(**known)).proposal(STEPS[code])


@pytest.mark.parametrize(
    ("track", "taken", "code", "may", "skips", "said"),
    [
        (REGISTRATION, [], "first_contact", True, (), None),
        (REGISTRATION, [], "inspection", True, (), None),
        (REGISTRATION, [], "warning_1", True, (), None),
        (REGISTRATION, [], "warning_2", False, (), "harus didahului"),
        (REGISTRATION, ["warning_1"], "warning_1", False, (), "sudah"),
        (REGISTRATION, ["warning_1"], "warning_2", True, (), None),
        (REGISTRATION, ["warning_1"], "fine", False, (), "harus didahului"),
        (REGISTRATION, ["warning_1", "warning_2"], "fine", True, (), None),
        (REGISTRATION, ["warning_1", "warning_2"], "tmp2t_request", False, (), "harus"),
        (REGISTRATION, ["warning_1", "warning_2", "fine"], "tmp2t_request", True, (), None),
        (REGISTRATION, ["warning_1", "warning_2"], "skk_non_litigation", True, (), None),
        (REGISTRATION, ["inspection", "warning_1"], "inspection", True, (), None),
        (REGISTRATION, [], "arrears_letter_1", False, (), "tidak berada pada jalur"),
        (ARREARS, [], "arrears_letter_1", True, (), None),
        (ARREARS, [], "arrears_letter_2", False, (), "harus didahului"),
        (ARREARS, ["arrears_letter_1"], "arrears_letter_3", True, ("arrears_letter_2",), None),
        (
            ARREARS,
            ["arrears_letter_1"],
            "kpknl_handover",
            True,
            ("arrears_letter_2", "arrears_letter_3"),
            None,
        ),
        (ARREARS, [], "kpknl_handover", False, (), "harus didahului"),
        (ARREARS, ["arrears_letter_1"], "payment_pledge", True, (), None),
        (ARREARS, ["arrears_letter_1"], "nota_1", False, (), "harus didahului"),
        (ARREARS, ["arrears_letter_3", "skk_non_litigation"], "somasi", True,
         ("prosecutor_summons",), None),
        (ARREARS, ["arrears_letter_3"], "somasi", False, (), "memerlukan"),
        (ARREARS, ["arrears_letter_3", "skk_non_litigation"], "kpknl_handover", False, (),
         "tidak dapat bersama"),
        (ARREARS, ["arrears_letter_3", "kpknl_handover"], "skk_non_litigation", False, (),
         "tidak dapat bersama"),
    ],
)  # fmt: skip
def test_the_ladder_opens_what_the_law_lets_follow(
    track, taken, code, may, skips, said
):
    found = proposal(code, *taken, track=track)
    assert (found.may, found.skips) == (may, skips)
    assert found.asks_reason == bool(skips)
    text = found.why_not.text() if found.why_not else None
    assert (text is None) if said is None and not skips else text
    assert said is None or said in text


def test_a_first_contact_is_not_offered_again_nor_once_the_case_went_on():
    again = proposal("first_contact", "first_contact")
    assert not again.may
    assert "sudah diambil" in again.why_not.text()
    passed = proposal("first_contact", "warning_1")
    assert not passed.may
    assert "hanya pada awal" in passed.why_not.text()
    assert proposal("inspection", "first_contact").may


def test_a_last_day_that_an_officer_set_holds_the_next_step_back():
    until = DAY + timedelta(days=14)
    asked = took("first_contact", ends_on=until)
    early = proposal("warning_1", taken=asked, on=until)
    assert (early.may, early.early) == (True, True)
    assert early.opens_on == until + timedelta(days=1)
    assert not proposal("warning_1", taken=asked, on=early.opens_on).asks_reason
    answered = took("first_contact", state="lapsed", ends_on=until)
    assert not proposal("warning_1", taken=answered, on=DAY).early


def test_what_goes_to_another_institution_opens_its_answer_at_once():
    reported = took("arrears_letter_3", "inspector_report")
    then = proposal("nota_1", taken=reported, track=ARREARS, on=reported[-1].taken_on)
    assert (then.may, then.early, then.asks_reason) == (True, False, False)
    asked = proposal("inspector_report", "arrears_letter_3", track=ARREARS, on=DAY)
    assert (asked.early, asked.opens_on) == (True, DAY + timedelta(days=1))


def test_a_last_day_that_has_passed_is_not_proposed():
    warned = took("warning_1", "warning_2", ends_on=DAY + timedelta(days=20))
    soon = proposal("fine", taken=warned, on=DAY + timedelta(days=25))
    assert soon.ends_on == DAY + timedelta(days=50)
    late = proposal("fine", taken=warned, on=DAY + timedelta(days=60))
    assert late.may
    assert late.ends_on is None
    assert late.term.text() == "30 hari"


def test_the_day_until_which_a_mandate_lasts_holds_nothing_back():
    lasts = took("arrears_letter_3", "skk_non_litigation", ends_on=None)
    lasts[-1].ends_on = DAY + timedelta(days=90)
    found = proposal(
        "prosecutor_summons", taken=lasts, track=ARREARS, on=DAY + timedelta(days=2)
    )
    assert found.may
    assert not found.asks_reason


def test_a_suit_needs_a_mandate_for_court_one_out_of_court_does_not_do():
    steps = ["arrears_letter_3", "skk_non_litigation", "prosecutor_summons", "somasi"]
    refused = proposal("small_claim", *steps, track=ARREARS)
    assert not refused.may
    assert "litigasi" in refused.why_not.text()
    assert "yang lain tidak cukup" in refused.why_not.text()
    assert proposal("small_claim", *steps, "skk_litigation", track=ARREARS).may


def test_a_returned_mandate_carries_nothing_and_a_new_one_begins_anew():
    done = ["arrears_letter_3", "skk_non_litigation", "prosecutor_summons"]
    taken = took(*done, "skk_returned")
    taken[1].state = "lifted"
    assert not proposal("somasi", taken=taken, track=ARREARS).may
    assert proposal("skk_non_litigation", taken=taken, track=ARREARS).may
    again = [*taken, *took("skk_non_litigation")]
    again[-1].taken_on = DAY + timedelta(days=9)
    assert proposal("prosecutor_summons", taken=again, track=ARREARS).may


@pytest.mark.parametrize(
    ("kind", "code", "may"),
    [
        ("company", "warning_1", True),
        ("state_enterprise", "warning_1", True),
        ("regional_enterprise", "warning_1", True),
        ("foundation", "warning_1", True),
        ("government", "warning_1", False),
        ("government", "inspection", True),
    ],
)
def test_the_kind_of_employer_decides_which_sanctions_there_are(kind, code, may):
    assert proposal(code, kind=kind).may is may


def test_a_reply_that_was_not_considered_holds_everything():
    for step in ladder(STEPS, REGISTRATION):
        found = proposal(step.code, "warning_1", "warning_2", replies_in=1)
        assert not found.may


def test_a_debt_outside_the_bounds_is_refused_where_it_is_known():
    before = ("arrears_letter_3",)
    assert not proposal(
        "kpknl_handover", *before, track=ARREARS, debt_idr=7_999_999
    ).may
    assert proposal("kpknl_handover", *before, track=ARREARS, debt_idr=8_000_000).may
    assert proposal("kpknl_handover", *before, track=ARREARS).may


def test_an_inspector_begins_with_a_note_of_its_own_accord_for_a_reason():
    own = proposal("nota_1", owner="inspectorate", taker="inspectorate")
    assert own.may
    assert own.asks_reason
    assert own.skips[-1] in ("inspector_report",)
    assert not proposal("nota_1", owner="bpjs_branch", taker="inspectorate").may


def test_a_term_runs_in_working_days_and_a_step_before_its_end_is_early():
    warned = proposal("warning_1", on=DAY)
    assert warned.ends_on == date(2026, 11, 16)
    taken = took("warning_1", ends_on=warned.ends_on)
    soon = proposal("warning_2", taken=taken, on=DAY + timedelta(days=3))
    assert soon.may
    assert soon.early
    assert soon.asks_reason
    assert soon.opens_on == date(2026, 11, 17)
    then = proposal("warning_2", taken=taken, on=date(2026, 11, 17))
    assert (then.may, then.early, then.asks_reason) == (True, False, False)


def test_where_holidays_are_not_decreed_yet_no_last_day_is_proposed():
    warned = proposal("warning_1", on=date(2040, 3, 1))
    assert warned.may
    assert warned.ends_on is None
    assert warned.term.text() == "10 hari kerja"


def test_the_fine_is_to_be_taken_within_its_window():
    taken = took("warning_1", "warning_2", ends_on=date(2026, 11, 16))
    fined = proposal("fine", taken=taken, on=date(2026, 11, 20))
    assert fined.due_on == date(2026, 12, 16)  # thirty days from 16 November
    assert fined.ends_on == date(2026, 12, 16)


def test_the_nearest_region_lays_its_newest_term_over_the_law():
    rows = [
        TermOverlay(pk=n, region_code=code, step="warning_1", days=days, unit="days",
                    basis="Pergub", from_on=on)
        for n, (code, days, on) in enumerate(
            [("16", 20, DAY), ("16.04", 5, DAY), ("16.04", 7, DAY + timedelta(days=9))]
        )
    ]  # fmt: skip
    near = terms.laid_over(rows, "16.04", DAY)
    assert [one.days for one in near] == [5]
    assert [one.days for one in terms.laid_over(rows, "16.05", DAY)] == [20]
    assert terms.laid_over(rows, "17.01", DAY) == ()
    laid = proposal("warning_1", on=DAY, overlays=near)
    assert laid.ends_on == DAY + timedelta(days=5)
    assert laid.overlay is near[0]
    assert terms.version(near) != terms.version(())


def test_a_settled_case_takes_only_what_lifts_a_sanction():
    done = ("warning_1", "warning_2", "fine", "tmp2t_request", "tmp2t")
    assert proposal("tmp2t_lifting", *done, state="settled").may
    assert not proposal("tmp2t_lifting", *done).may
    assert not proposal("inspector_report", *done, state="settled").may
    assert not proposal("tmp2t_lifting", *done, state="closed").may


@pytest.mark.parametrize(
    ("kind", "segment"), [("government", "NON_ASN"), ("project", "JAKON")]
)
def test_a_kind_of_employer_employs_in_a_segment(kind, segment):
    assert segment_of(kind) == segment


def walked(draw, track, kind):
    """Walk a ladder at random, taking only what is proposed as possible."""
    case, taken, day = Pursued(track, kind), [], DAY
    for _ in range(draw(st.integers(0, 12))):
        day += timedelta(days=draw(st.integers(0, 40)))
        free = [p for p in Ladder(case, taken, day).proposals() if p.may]
        if not free:
            break
        chosen = draw(st.sampled_from(free))
        for one in taken:  # what is returned or lifted carries nothing any more
            if one.step in LIFTS.get(chosen.step.code, ()):
                one.state = "lifted"
        taken.append(
            StepTaken(
                step=chosen.step.code,
                state="standing",
                taken_on=day,
                ends_on=chosen.ends_on,
                skipped=list(chosen.skips),
            )
        )
    return taken


@st.composite
def paths(draw):
    """Give a track and a path over it."""
    track = draw(st.sampled_from(TRACKS))
    kind = draw(st.sampled_from(["company", "government", "project"]))
    return track, walked(draw, track, kind)


@given(paths())
@settings(max_examples=150, deadline=None)
def test_no_path_leaves_out_a_step_that_the_law_asks_for(found):
    track, taken = found
    done = set()
    for one in taken:
        step = STEPS[one.step]
        place = step.place(track)
        assert place is not None
        assert all(code in done for code in step.needs)
        assert not done & set(step.exclusive_with)
        reached = done | set(one.skipped)
        assert place.begins or reached & set(place.after)
        for code in one.skipped:
            left_out = STEPS[code]
            assert left_out.by_custom
            before = left_out.place(track)
            assert before.begins or reached & set(before.after)
        done.add(one.step)


@given(paths())
@settings(max_examples=60, deadline=None)
def test_a_path_takes_no_step_twice_unless_a_new_mandate_begins_anew(found):
    _track, taken = found
    mandate, seen = 0, set()
    for one in taken:
        step = STEPS[one.step]
        again = step.actor == "prosecutor" or one.step in MANDATED
        mark = (one.step, mandate if again else 0)
        assert step.nature == "beside" or mark not in seen
        seen.add(mark)
        mandate += one.step == RETURNED
