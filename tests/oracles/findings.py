"""A slow judge of employer findings: one employer and one worker at a time.

Written from docs/reference/findings.md. It reuses the judge of memberships and adds
up rupiah with exact fractions.
"""

from fractions import Fraction

from tests.oracles import coverage


RANKED = ("paid", "in_arrears", "unknown", "lapsed", "not_started")
EMPLOYED = ("PU", "JAKON", None)
HALF = Fraction(1, 2)


def share(wage, rate):
    """Round one payer's share of one programme, half a rupiah upwards."""
    return int(Fraction(wage) * Fraction(str(rate)) + HALF)


def monthly(world, employer, wage, programmes, segment):
    """What a wage owes a month for a set of programmes; nothing for no wage."""
    if wage is None:
        return 0
    month = world.month
    risk = employer.get("risk_group") or "very_low"
    jkk, jkm = (
        f"contributions/jkk/employer_rate/{risk}",
        "contributions/jkm/employer_rate",
    )
    if segment == "JAKON":
        jkk, jkm = "contributions/jakon/jkk_rate", "contributions/jakon/jkm_rate"
    pension = min(wage, coverage.law("contributions/jp/wage_ceiling", month))
    parts = {
        "JKK": [(wage, jkk)],
        "JKM": [(wage, jkm)],
        "JHT": [
            (wage, f"contributions/jht/{who}_rate") for who in ("employer", "worker")
        ],
        "JP": [
            (pension, f"contributions/jp/{who}_rate") for who in ("employer", "worker")
        ],
    }
    return sum(
        share(base, coverage.law(path, month))
        for name in programmes & parts.keys()
        for base, path in parts[name]
    )


class Firm:
    """One employer with its list and its members, judged."""

    def __init__(self, world, employer, registrations):
        self.world, self.employer = world, employer
        self.judged = [
            coverage.judge_membership(world, row, m)
            for row, m in enumerate(world.member_rows)
        ]
        self.people = coverage.judge_people(world)
        self.workers = [
            p
            for p in world.persons
            if {"person_id": p["person_id"], "employer_id": employer["employer_id"]}
            in world.person_employers
            and self.people[p["person_id"]]["segment"] in ("PU", "JAKON")
        ]
        self.staff = [
            j
            for j in self.judged
            if j.member.get("npp") in registrations
            and j.member.get("segment") in EMPLOYED
        ]
        self.current = [j for j in self.staff if is_current(j, world.month)]

    def duty(self):
        return coverage.obliged_of({}, "PU", [self.employer], self.world.month)

    def owed(self, person):
        return self.duty() & (self.people[person["person_id"]]["obliged"] or set())

    def due(self, wage, programmes, segment="PU"):
        return monthly(self.world, self.employer, wage, programmes, segment)

    def links(self, person, band):
        return [
            one["member_row"]
            for one in self.world.links
            if one["person_id"] == person["person_id"]
            and one.get("band", "linked") == band
        ]

    def own(self, person):
        rows = self.links(person, "linked")
        mine = [j for j in self.staff if j.row in rows]
        return min(mine, key=lambda j: (RANKED.index(j.state), j.row), default=None)

    def exposed(self, people):
        return sum(
            self.due(
                p.get("wage"), self.owed(p), self.people[p["person_id"]]["segment"]
            )
            for p in people
        )


def is_current(judged, month):
    start = judged.member.get("start_month")
    if start is not None and start > month:
        return False
    return judged.member.get("status") != "inactive" or judged.state == "paid"


def unregistered_employer(firm):
    known = any(e.get("npp") for e in firm.world.employers)
    known |= any(m.get("npp") for m in firm.world.member_rows)
    people = len(firm.workers) or firm.employer.get("declared_workers") or 0
    if firm.employer["registration"] != "unregistered" or not known or not people:
        return None
    return people, firm.exposed(firm.workers)


def partial_workers(firm):
    if firm.employer["registration"] != "registered" or not firm.world.member_rows:
        return None  # without an extract nobody can be said to be missing from it
    missing = [p for p in firm.workers if is_undeclared(firm, p)]
    if missing:
        return len(missing), firm.exposed(missing)
    declared = firm.employer.get("declared_workers") or 0
    if firm.workers or not firm.current or declared <= len(firm.current):
        return None
    return declared - len(firm.current), 0


def is_undeclared(firm, person):
    own = firm.own(person)
    if own is not None:
        started = own.member.get("start_month") is None or own.state != "not_started"
        return started and not is_current(own, firm.world.month)
    said = firm.people[person["person_id"]]
    review = firm.links(person, "review")
    nobody = person.get("nik") is None and person.get("birth_year") is None
    unknown = nobody and not firm.links(person, "linked")
    if (
        said["status"] == "possible"
        or unknown
        or any(j.row in review for j in firm.staff)
    ):
        return False
    return not any(looks_alike(firm, person, j) for j in firm.current)


def looks_alike(firm, person, judged):
    if any(one["member_row"] == judged.row for one in firm.world.links):
        return False
    keys = ("birth_date", "name")
    return any(person.get(k) and person[k] == judged.member.get(k) for k in keys)


def underreported_wage(firm):
    people = rupiah = 0
    for person in firm.workers:
        own, wage = firm.own(person), person.get("wage")
        reported = own and own.member.get("reported_wage")
        if not (own and own in firm.current and wage and reported):
            continue
        if (wage - reported) * 100 > wage:
            people += 1
            held = coverage.names_of(own.member["programmes"])
            segment = firm.people[person["person_id"]]["segment"]
            rupiah += firm.due(wage, held, segment) - firm.due(reported, held, segment)
    return (people, rupiah) if people else None


def missing_programmes(firm):
    people = rupiah = 0
    wages = {j.row: p.get("wage") for p in firm.workers if (j := firm.own(p))}
    for judged in firm.current:
        member = judged.member
        owed = firm.duty()
        if member.get("segment") == "JAKON":
            owed = coverage.programmes("jakon", firm.world.month)
        elif coverage.has_retired(member, firm.world.month):
            owed = owed - {"JP"}
        lacking = owed - coverage.names_of(member["programmes"])
        if lacking:
            people += 1
            known = [
                w for w in (wages.get(judged.row), member.get("reported_wage")) if w
            ]
            rupiah += firm.due(max(known, default=None), lacking, member.get("segment"))
    return (people, rupiah) if people else None


def contributions_in_arrears(firm):
    """Only for worlds without a payments file; with one, see the specification."""
    late = [
        j for j in firm.current if j.arrears and j.state in ("in_arrears", "lapsed")
    ]
    if not late:
        return None
    return len(late), sum(
        firm.due(
            j.member.get("reported_wage"),
            coverage.names_of(j.member["programmes"]),
            j.member.get("segment"),
        )
        for j in late
    )


JUDGES = (
    unregistered_employer,
    partial_workers,
    underreported_wage,
    missing_programmes,
    contributions_in_arrears,
)


def judge(world, registrations):
    """Give {(employer_id, code): (people, monthly_idr)} of a whole world."""
    found = {}
    for employer in world.employers:
        firm = Firm(world, employer, registrations.get(employer["employer_id"], set()))
        for one in JUDGES:
            answer = one(firm)
            if answer is not None:
                found[employer["employer_id"], one.__name__] = answer
    return found
