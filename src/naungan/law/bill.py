"""What a whole payroll costs for one month: per programme and payer.

Every person is counted alone and rounded alone; the bill is the sum. What is said
of all holds for everyone who does not say otherwise. A bill may also be of the
self-employed whom one village, region or donor pays.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from naungan.law.answer import Answer, Draft
from naungan.law.contributions import fields
from naungan.law.contributions.segments import RULES, shares_of
from naungan.law.contributions.share import Share, owed_by, results_of, write
from naungan.law.contributions.summing import Alike, by_programme, summed_up
from naungan.law.due import Due, due_day
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import Words, month as month_words, number, rupiah, words
from naungan.lib.errors import LawRefused
from naungan.lib.programmes import BITS


_NO_DUE_DAY: Final = (
    "No due day is given: the recorded law has none for this segment, or the holidays "
    "of that year are not recorded."
)
_CONSTRUCTION: Final = words(
    "Jatuh tempo tidak disebut: hari jatuh tempo yang tercatat hanya bagi pekerja penerima "
    "upah (PU, NON_ASN) dan BPU. Iuran jasa konstruksi dibayar untuk satu proyek, dan "
    "harinya tidak terlihat dalam sumber; ikuti penetapan BPJS Ketenagakerjaan.",
    "No due day is given: those recorded are for wage earners (PU, NON_ASN) and the "
    "self-employed. Construction pays for one project, and its day was not seen in any "
    "source; follow what BPJS Ketenagakerjaan sets.",
)
OF_WORKER: Final = (
    "wage",
    "wage_kind",
    "wages",
    "income",
    "occupation",
    "programmes",
    "risk_group",
    "in_jkp",
    "nationality",
    "age",
)
"""What may be said of one person; the rest is said of all."""

OF_EMPLOYER: Final = (
    "month",
    "scale",
    "risk_group",
    "programmes",
    "payer",
    "occupation",
    "employer_in_arrears",
    "paid_through",
    "jp_deferred",
    "labour_intensive",
    "industry",
    "active_workers",
)
BILLED: Final = ("PU", "NON_ASN", "JAKON", "BPU")

_KNOWN: Final = {one.name: one for one in fields.FIELDS}
_NAME: Final = Field("name", "text", words("nama atau nomor orang", "person"))
_COUNT: Final = Field(
    "count", "count", words("banyaknya orang yang sama", "how many alike")
)

FIELDS: Final = (
    Field("segment", "choice", words("segmen", "segment"), BILLED),
    *(_KNOWN[name] for name in OF_EMPLOYER),
    Field(
        "workers",
        "records",
        words("para pekerja", "workers"),
        parts=(_NAME, _COUNT, *(_KNOWN[name] for name in OF_WORKER)),
    ),
    Field("details", "yes_no", words("rincian tiap pekerja", "lines of each worker")),
)


@dataclass
class _Bill:
    """A bill in the making: shares of every worker, and what is said once for all."""

    segment: str
    month: int
    detailed: bool
    assumed: list[Words]
    draft: Draft = field(default_factory=Draft)
    shares: list[Alike] = field(default_factory=list)
    people: int = 0
    workers: list[dict[str, Any]] = field(default_factory=list)


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what one employer owes for one month and all its workers.

    Results nest as those of a contribution, summed; beside them `count`, `remitted`
    (what the employer sends: its own and the workers' shares), `due_on`, and with
    `details` a list `by_worker`.
    """
    month = facts.need("month", int)
    reader.refuse_outside(month)
    workers = facts.records("workers")
    if not workers:
        facts.refuse("workers", "belum diisi; tulis seperti [{wage: 5000000}, …]")
    because = words("karena tidak disebut", "as none was given")
    bill = _Bill(
        segment=facts.assume("segment", BILLED[0], because),
        month=month,
        detailed=facts.get("details", bool) or False,
        assumed=facts.assumed,
    )
    for place, worker in enumerate(workers, start=1):
        _add(bill, facts, worker, place, reader)
    return _closed(bill, reader)


def _add(bill: _Bill, facts: Facts, worker: Facts, place: int, reader: Reader) -> None:
    one, name = _worker_facts(bill.segment, facts, worker, place)
    draft = Draft()
    shares = shares_of(bill.segment, one, bill.month, reader, draft)
    count = worker.get("count", int)
    alike = 1 if count is None else count
    bill.shares += [(share, alike) for share in shares]
    bill.people += alike
    bill.assumed += [said for said in one.assumed if said not in bill.assumed]
    for said in draft.notes:
        bill.draft.note(said)
    # What is no amount holds for all, as that a relief does not apply: said once.
    general = [line for line in draft.lines if line.amount_idr is None]
    bill.draft.lines += [line for line in general if line not in bill.draft.lines]
    if bill.detailed:
        bill.workers.append({"name": name, "count": alike, **results_of(shares)})
        _write_worker(bill.draft, name, place, shares)


def _worker_facts(
    segment: str, facts: Facts, worker: Facts, place: int
) -> tuple[Facts, str]:
    """Lay what a worker says over what the employer says of all."""
    used = RULES[segment][0]
    of_employer = {
        key: value
        for key, value in facts.stated.items()
        if key in OF_EMPLOYER and key in used
    }
    stated = {"segment": segment, **of_employer, **worker.stated}
    name = str(stated.pop("name", place))
    stated.pop("count", None)
    return Facts(_KNOWN, stated, worker.where), name


def _write_worker(draft: Draft, name: str, place: int, shares: list[Share]) -> None:
    shown = words("{name}", "{name}", name=name)
    for payer, amount in owed_by(shares).items():
        label = words(
            "Pekerja {name}, {payer}",
            "Worker {name}, {payer}",
            name=shown,
            payer=term(payer),
        )
        parts = [one for one in shares if one.part == payer]
        draft.line(f"workers.{place}.{payer}", label, amount, by_programme(parts))


def _closed(bill: _Bill, reader: Reader) -> Answer:
    summed = summed_up(bill.shares)
    write(summed, bill.draft)
    results = {**results_of(summed), "count": bill.people}
    results["remitted"] = _remitted(bill.segment, summed, bill.draft)
    due_on = _due(bill, {one.programme for one in summed}, reader)
    if due_on is not None:
        results["due_on"] = due_on.isoformat()
    if bill.detailed:
        results["by_worker"] = bill.workers
    title = words(
        "Tagihan iuran {month}, {count} orang",
        "Bill of contributions for {month}, {count} people",
        month=month_words(bill.month),
        count=number(bill.people),
    )
    lines, notes = tuple(bill.draft.lines), tuple(bill.draft.notes)
    version = reader.book.version
    return Answer("bill", title, results, lines, tuple(bill.assumed), notes, version)


def _remitted(segment: str, summed: Sequence[Share], draft: Draft) -> int:
    """Say what is sent by whom: an employer withholds the workers' shares."""
    payers = owed_by(summed)
    if segment == "BPU":
        label = words("Disetor oleh yang membayar", "Remitted by whoever pays")
        return draft.line("remitted", label, sum(payers.values()))
    own, withheld = payers.get("employer", 0), payers.get("worker", 0)
    label = words("Disetor oleh pemberi kerja", "Remitted by the employer")
    shown = words(
        "{own} bagiannya sendiri + {withheld} dipotong dari upah",
        "{own} of its own + {withheld} withheld from wages",
        own=rupiah(own),
        withheld=rupiah(withheld),
    )
    return draft.line("remitted", label, own + withheld, shown)


def _due(bill: _Bill, programmes: Collection[str], reader: Reader) -> date | None:
    """Write the due day of every programme; give the first, None where none is known."""
    if bill.segment == "JAKON":
        bill.draft.note(_CONSTRUCTION)
        return None
    found: dict[date, list[Due]] = {}
    named: dict[date, list[str]] = {}
    for programme in (one for one in BITS if one in programmes and one != "JKP"):
        try:
            due = due_day(bill.segment, programme, bill.month, reader)
        except LawRefused as refusal:
            bill.draft.note(words("{why}", _NO_DUE_DAY, why=str(refusal)))
            return None
        found.setdefault(due.on, []).append(due)
        named.setdefault(due.on, []).append(programme)
    for on, dues in found.items():
        label = words("Jatuh tempo {list}", "Due, {list}", list=", ".join(named[on]))
        used = {(one.path, one.from_on): one for due in dues for one in due.used}
        bill.draft.line("due", label, None, dues[0].words, *used.values())
    return min(found, default=None)
