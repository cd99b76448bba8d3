"""Duties and ladders of any employer and history: oracle, order of days, no mixing."""

from datetime import date, timedelta

from hypothesis import given, strategies as st
from tests.oracles import law_duties as oracle

from naungan.law.book import enacted
from naungan.law.kinds import answer
from naungan.law.step import TRACKS


STEPS = enacted().steps
EARLIEST, LATEST = date(2015, 7, 1), date(2026, 6, 30)

days = st.dates(EARLIEST, LATEST)
figures = st.one_of(
    st.integers(0, 10**12),
    st.sampled_from(
        [50, 300, 500, 1_000, 2_000, 2_500, 5_000, 10_000, 15_000, 50_000]
    ).flatmap(lambda bound: st.integers(-1, 1).map(lambda by: bound * 10**6 + by)),
)
gaps = st.lists(st.integers(0, 40), max_size=5)
histories = st.dictionaries(
    st.sampled_from(sorted(STEPS)), st.integers(0, 200), max_size=8
)


def asked(**stated):
    return answer("duty", stated).results


def history(taken):
    return [{"step": code, "on": day} for code, day in taken]


def late_fine(taken):
    if len(taken) < 3 or taken[2][1] <= (due := oracle.fine_due(taken[1][1])):
        return {}
    return {"fine": {"reason": "late", "because": due.isoformat()}}


@given(days, figures, st.booleans())
def test_the_scale_is_the_one_that_the_oracle_finds(day, figure, by_capital):
    field = "capital" if by_capital else "annual_sales"
    expected = (
        oracle.scale(day, capital=figure)
        if by_capital
        else oracle.scale(day, sales=figure)
    )
    assert asked(on=day, registered="ya", **{field: figure})["scale"] == expected


@given(days, st.integers(0, 60))
def test_an_employer_is_negligent_from_the_day_that_the_oracle_walks_to(start, later):
    since = oracle.negligent_since(start)
    on = start + timedelta(days=later)
    found = asked(on=on, scale="micro", registered="tidak", first_worker_on=start)
    assert found["broken"] == (("PWBD",) if on >= since else ())
    assert found["since"] == ({"PWBD": since} if on >= since else {})


@given(st.dates(EARLIEST, date(2025, 6, 30)), gaps)
def test_the_administrative_ladder_opens_where_the_oracle_says(start, waits):
    since = oracle.negligent_since(start)
    taken = []
    for code, wait in zip(oracle.ADMINISTRATIVE, waits, strict=False):
        opens = oracle.earliest(since, taken)
        taken.append((code, opens + timedelta(days=wait)))
    opens = oracle.earliest(since, taken)
    for on, is_open in ((opens - timedelta(days=1), False), (opens, True)):
        if taken and on < taken[-1][1]:
            continue
        found = asked(
            on=on,
            scale="micro",
            registered="tidak",
            first_worker_on=start,
            history=history(taken),
        )["tracks"]["registration_and_data"]
        assert found["faults"] == late_fine(taken)
        if len(taken) < len(oracle.ADMINISTRATIVE):
            following = oracle.ADMINISTRATIVE[len(taken)]
            offered = {found["open_step"], *found["also_open"]}
            assert (following in offered) == is_open


@given(st.dates(date(2017, 1, 1), date(2025, 6, 30)), histories)
def test_no_step_is_open_before_the_term_of_one_that_must_precede_it(start, offsets):
    taken = [(code, start + timedelta(days=by)) for code, by in offsets.items()]
    on = start + timedelta(days=120)
    past = [(code, day) for code, day in taken if day <= on]
    results = asked(
        on=on,
        scale="small",
        registered="ya",
        programmes="JKK",
        workers=3,
        registered_workers=2,
        paid_until=f"{start.year - 1}-06",
        history=history(past),
    )
    for name in TRACKS:
        found = results["tracks"][name]
        done = dict(past)
        opened = [found["open_step"], *found["also_open"]]
        for code in filter(None, opened):
            place = STEPS[code].place(name)
            before = [one for one in place.after if one in done]
            assert code not in done
            assert place.begins or any(done[one] < on for one in before)
            assert not set(STEPS[code].exclusive_with) & set(done)
            assert set(STEPS[code].needs) <= set(done)
        assert not set(opened) & set(found["blocked"])
        if found["running"]:
            assert found["comply_by"] >= on
        if found["open_step"]:
            assert found["may_from"] <= on
        elif found["may_from"]:
            assert found["may_from"] > on


@given(st.dates(date(2017, 1, 1), date(2025, 6, 30)), histories)
def test_what_is_open_stays_open_until_it_is_taken(start, offsets):
    taken = [(code, start + timedelta(days=by)) for code, by in offsets.items()]
    on = start + timedelta(days=200)
    stated = {
        "scale": "small",
        "registered": "ya",
        "programmes": "JKK+JKM+JHT",
        "paid_until": f"{start.year - 1}-06",
        "history": history(taken),
    }
    today = asked(on=on, **stated)["tracks"]["arrears"]
    later = asked(on=on + timedelta(days=30), **stated)["tracks"]["arrears"]
    opened = {today["open_step"], *today["also_open"]} - {None}
    assert opened <= {later["open_step"], *later["also_open"]}
