"""A slow judge of coverage: one person, one membership, one month at a time.

Written from the rules in docs/reference/coverage.md and not from the SQL: it
walks through months and asks of each whether it was paid.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from naungan.law.book import enacted


BITS = {"JKK": 1, "JKM": 2, "JHT": 4, "JP": 8, "JKP": 16}
STRENGTH = ["paid", "in_arrears", "unknown", "lapsed", "not_started"]
MONTHS_BACK = 60
STATE_BODIES = {"non_asn", "village_officer", "rt_rw", "election_officer"}


@dataclass
class World:
    """Everything the judge looks at, as lists of dictionaries."""

    month: int
    persons: list[dict]
    member_rows: list[dict]
    links: list[dict]
    contribution_rows: list[dict] = field(default_factory=list)
    employers: list[dict] = field(default_factory=list)
    person_employers: list[dict] = field(default_factory=list)
    employer_members: list[dict] = field(default_factory=list)

    @cached_property
    def links_by_person(self):
        """The links of every person."""
        found = {}
        for link in self.links:
            found.setdefault(link["person_id"], []).append(link)
        return found

    @cached_property
    def bills(self):
        """The rows of the payments file by payer; one that names a KPJ is its alone."""
        found = {}
        for row in self.contribution_rows:
            payer = ("kpj", row["kpj"]) if row.get("kpj") else ("npp", row.get("npp"))
            found.setdefault(payer, []).append(row)
        return found

    @cached_property
    def file_end(self):
        """The last month that the payments file speaks about."""
        spoken = [
            row["month"]
            for payer, rows in self.bills.items()
            if payer[1]
            for row in rows
            if self.month - MONTHS_BACK < row["month"] <= self.month
        ]
        return max(spoken, default=None)


@dataclass
class Judged:
    """What the judge says about one membership."""

    row: int
    member: dict
    state: str
    arrears: int | None
    last_paid: int | None
    active: set[int]


@cache
def law(path, month):
    return enacted().parameter(path).at_month(month)


@cache
def programmes(group, month):
    names = law(f"participation/mandatory_programmes/{group}", month)
    return None if names is None else {str(name) for name in names}


def pays_like(segment):
    return "bpu" if segment in ("BPU", "PMI") else "pu"


def settled_months(world, member):
    """Month by month of the payer: True when its bills are settled."""
    mine = world.bills.get(("kpj", member.get("kpj"))) or []
    if not mine and member.get("npp"):
        mine = world.bills.get(("npp", member["npp"])) or []
    by_month = {}
    for row in mine:
        if row["month"] > world.month - MONTHS_BACK:
            by_month.setdefault(row["month"], []).append(row)
    return {month: is_settled(rows) for month, rows in by_month.items()}


def is_settled(rows):
    """Parts of one bill repeat the amount billed; an exact repetition is one row."""
    if len(rows) == 1:
        return (rows[0].get("paid") or 0) >= (rows[0].get("billed") or 0)
    different = {
        (r.get("billed") or 0, r.get("paid") or 0, r.get("paid_on")) for r in rows
    }
    return sum(paid for _, paid, _ in different) >= sum({b for b, _, _ in different})


def judge_membership(world, row, member):
    start, through = member.get("start_month"), member.get("paid_through")
    like = pays_like(member.get("segment"))
    offset = law(f"contributions/due/{like}/month_offset", world.month)
    grace = law(f"participation/arrears/grace_months/{like}", world.month)
    due = world.month - offset
    file_end = world.file_end
    bills = settled_months(world, member) if file_end is not None else {}
    if bills:
        verdict = FromBills(bills, file_end, start, through, due, offset, world.month)
    else:
        verdict = FromExtract(start, through, due, offset, world.month)
    arrears = verdict.arrears()
    state = state_of(member, world.month, arrears, grace, verdict.month_paid())
    active = {
        back
        for back in range(1, 12)
        if start is None or start <= world.month
        if verdict.was_active(world.month - back, member.get("status"), arrears)
    }
    if start is not None and start > world.month:
        active = set()
    return Judged(row, member, state, arrears, verdict.last_paid(), active)


def state_of(member, month, arrears, grace, month_paid):
    start, status = member.get("start_month"), member.get("status")
    if start is not None and start > month:
        return "not_started"
    if status == "inactive":
        return "paid" if month_paid and arrears == 0 else "lapsed"
    if arrears is not None:
        if arrears == 0:
            return "paid"
        return "in_arrears" if arrears <= grace else "lapsed"
    return "paid" if status == "active" else "unknown"


@dataclass
class FromExtract:
    """Only the extract speaks: everything up to `paid_through` is paid."""

    start: int | None
    through: int | None
    due: int
    offset: int
    month: int

    def arrears(self):
        if self.through is None:
            return 0 if self.start is not None and self.start > self.due else None
        unpaid = 0
        for month in range(self.through + 1, self.due + 1):
            unpaid += self.start is None or month >= self.start
        return unpaid

    def month_paid(self):
        return self.through is not None and self.through >= self.month

    def last_paid(self):
        return self.through

    def was_active(self, month, status, arrears):
        if arrears is None:
            return status == "active" and self.start is not None and self.start <= month
        since = self.start if self.start is not None else min(self.through, self.month)
        if month < since:
            return False
        owed = month - self.offset
        nothing_owed_yet = self.start is not None and owed < self.start
        return nothing_owed_yet or (self.through is not None and owed <= self.through)


@dataclass
class FromBills:
    """The payments file speaks about the payer; the extract about what is left."""

    bills: dict[int, bool]
    file_end: int
    start: int | None
    through: int | None
    due: int
    offset: int
    month: int

    def since(self):
        return self.start if self.start is not None else min(self.bills)

    def arrears(self):
        return sum(
            self.is_unpaid(month) for month in range(self.month - 70, self.due + 1)
        )

    def is_unpaid(self, month):
        if self.start is not None and month < self.start:
            return False
        if month in self.bills:
            return not self.bills[month]
        if month < self.since():
            return False
        if month > self.file_end:
            return self.through is not None and self.through < month
        return month > max(self.bills)

    def month_paid(self):
        if self.bills.get(self.month):
            return True
        said = self.through is not None and self.through >= self.month
        return said and self.bills.get(self.month) is not False

    def last_paid(self):
        known = [month for month, settled in self.bills.items() if settled]
        if self.through is not None and self.through > self.file_end:
            known.append(self.through)
        return max(known, default=None)

    def was_active(self, month, _status, _arrears):
        owed = month - self.offset
        if self.start is not None and owed < self.start <= month:
            return True
        return month >= self.since() and self.was_settled(owed)

    def was_settled(self, month):
        if month in self.bills:
            return self.bills[month]
        if month > self.file_end:
            return self.through is None or self.through >= month
        return month < min(self.bills) and self.start is not None


def judge_people(world):
    """Say of every person: status, obliged, held, months, funder, active months."""
    judged = [
        judge_membership(world, row, m) for row, m in enumerate(world.member_rows)
    ]
    return {
        person["person_id"]: judge_person(world, person, judged)
        for person in world.persons
    }


def judge_person(world, person, judged):
    mine = world.links_by_person.get(person["person_id"], [])
    linked, review = (
        [judged[one["member_row"]] for one in mine if one.get("band", "linked") == band]
        for band in ("linked", "review")
    )
    best = min(linked or review, key=strength, default=None)
    segment = person.get("segment") or (best and best.member.get("segment"))
    jobs = jobs_of(world, person, linked)
    if segment is None and jobs:
        segment = "PU"
    obliged = obliged_of(person, segment, jobs, world.month)
    held = held_of(linked, best)
    status = status_of(world, person, linked, review, best, obliged, held)
    active = set().union(*(j.active for j in linked))
    if status in ("active", "partial_programmes"):
        active |= {0}
    return {
        "status": status,
        "obliged": obliged,
        "held": held,
        "months_in_arrears": best.arrears if best else None,
        "funder": funder_of(best.member) if best else None,
        "active_months": active,
        "segment": segment,
    }


def jobs_of(world, person, linked):
    """The employers that lists name; else those a current member is registered with."""
    named = {
        one["employer_id"]
        for one in world.person_employers
        if one["person_id"] == person["person_id"]
    }
    current = {
        j.row
        for j in linked
        if j.member.get("segment") == "PU"
        and j.state != "not_started"
        and (j.member.get("status") != "inactive" or j.state == "paid")
    }
    registered = {
        one["employer_id"]
        for one in world.employer_members
        if one["member_row"] in current
    }
    return [e for e in world.employers if e["employer_id"] in (named or registered)]


def strength(judged):
    return STRENGTH.index(judged.state), -(judged.last_paid or 0), judged.row


def funder_of(member):
    if member.get("funder"):
        return member["funder"]
    return "employer" if member.get("segment") in ("PU", "JAKON") else "unknown"


def names_of(mask):
    return {name for name, bit in BITS.items() if mask & bit}


def held_of(linked, best):
    if best is None or best.state in ("lapsed", "not_started"):
        return set()
    if linked and best.state == "paid":
        return set().union(
            *(names_of(j.member["programmes"]) for j in linked if j.state == "paid")
        )
    return names_of(best.member["programmes"])


def obliged_of(person, segment, jobs, month):
    if segment in ("BPU", "JAKON", "PMI"):
        return programmes(segment.lower(), month)
    scales = [
        programmes(f"pu_{s}", month) for s in ("micro", "small", "medium", "large")
    ]
    of_all = set.intersection(*scales)
    if segment != "PU":
        others = [programmes(g, month) for g in ("bpu", "jakon", "pmi")]
        return of_all.intersection(*(o for o in others if o is not None))
    if person.get("category") in STATE_BODIES:
        return programmes("non_asn", month) or of_all
    if not jobs:
        return of_all
    owed = set()
    for job in jobs:
        if job.get("kind") == "government":
            owed |= programmes("non_asn", month) or of_all
        elif job.get("scale"):
            owed |= programmes(f"pu_{job['scale']}", month)
        else:
            owed |= of_all
    return owed - {"JP"} if has_retired(person, month) else owed


def has_retired(person, month):
    age = law("participation/ages/jp_retirement", month)
    born = person.get("birth_date")
    if isinstance(born, date):
        return month >= (born.year + age) * 12 + born.month - 1
    year = person.get("birth_year")
    return year is not None and month >= (year + age) * 12


def status_of(world, person, linked, review, best, obliged, held):
    states = {j.state for j in linked}
    if "paid" in states:
        complete = obliged is None or obliged <= held
        return "active" if complete else "partial_programmes"
    for state in ("in_arrears", "unknown", "lapsed"):
        if state in states:
            return state
    if review:
        return "possible"
    if states:
        return "unregistered"
    if not world.member_rows:
        return "unknown"
    if person.get("nik") is None and person.get("birth_year") is None:
        return "unknown"
    return "unregistered"


def said(work):
    """Give what the engine says in the form of the judge."""
    rows = work.con.sql("""SELECT person_id, status, obliged, held, arrears, funder,
        active_months, segment FROM covered""").fetchall()
    return {
        row[0]: {
            "status": row[1],
            "obliged": None if row[2] is None else names_of(row[2]),
            "held": names_of(row[3]),
            "months_in_arrears": row[4],
            "funder": row[5],
            "active_months": {back for back in range(12) if row[6] >> back & 1},
            "segment": row[7],
        }
        for row in rows
    }
