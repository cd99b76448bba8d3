"""What a wage earner is owed when the lists do not say where they work."""

from tests.oracles.tables import MONTH, dicts, work_with

from naungan.engine.coverage import cover


def judged(*, scale, start_month=MONTH - 5, listed=(), village=None):
    """Judge one wage earner with two programmes, registered with one employer."""
    work = work_with(
        persons=[
            {
                "person_id": 1,
                "segment": "PU",
                "birth_year": 1990,
                "village_code": None,
            }
        ],
        member_rows=[
            {
                "kpj": "K0",
                "segment": "PU",
                "programmes": 3,
                "start_month": start_month,
                "paid_through": MONTH,
            }
        ],
        links=[{"person_id": 1, "member_row": 0}],
        employers=[
            {"employer_id": 7, "scale": scale, "village_code": village},
            {"employer_id": 8, "scale": "micro"},
        ],
        employer_members=[{"employer_id": 7, "member_row": 0}],
        person_employers=[{"person_id": 1, "employer_id": one} for one in listed],
    )
    cover(work)
    [row] = dicts(work, "SELECT status, village_code FROM covered")
    return row


def test_the_employer_of_the_membership_says_what_is_owed():
    assert judged(scale="large")["status"] == "partial_programmes"
    assert judged(scale="micro")["status"] == "active"


def test_an_employer_that_a_list_names_goes_before_the_one_of_the_membership():
    assert judged(scale="large", listed=[8])["status"] == "active"


def test_a_membership_yet_to_begin_says_nothing_about_work():
    found = judged(scale="large", start_month=MONTH + 1)
    assert found["status"] == "unregistered"


def test_the_employer_of_a_membership_does_not_say_where_somebody_works():
    assert judged(scale="large", village=1604012001)["village_code"] is None
