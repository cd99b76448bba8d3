"""What the arrears mean beside the money: class, benefits, remitting, accrual."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.answer import Draft
from naungan.law.arrears.ageing import ageing_class, grace, longest_run
from naungan.law.fine.late import HANDOVER
from naungan.law.reader import Reader
from naungan.law.terms import shown, term
from naungan.law.words import Words, number, words


PRISON: Final = "enforcement/crime/max_prison"
CLOSED: Final = "benefits/jkp/arrears/closed_paid_until_months"
REMIT: Final = "arrears/worker_share_remitted"


@dataclass(frozen=True)
class Debt:
    """What the consequences hang on: overdue months, segment, day, workers' share.

    `worker_idr` is what is overdue and unpaid of the workers' share; after part
    payments (`at_most`) it is the most that it can be.
    """

    segment: str
    on: date
    overdue: Sequence[int]
    worker_idr: int
    in_jkp: bool
    at_most: bool = False


def write(debt: Debt, draft: Draft, reader: Reader) -> dict[str, Any]:
    """Write the consequences and give them as results."""
    months = len(set(debt.overdue))
    run = longest_run(debt.overdue)
    found = ageing_class(months, debt.on, reader)
    if found is not None:
        draft.line(
            "ageing_class",
            words(
                "Golongan piutang: {class}",
                "Class of the receivable: {class}",
                **{"class": term(found.code)},
            ),
            None,
            words(
                "{months} menunggak",
                "{months} in arrears",
                months=shown("months", months),
            ),
            *found.used,
        )
    borne_by = _benefits(debt, run, draft, reader)
    _workers_share(debt, draft, reader)
    _handover(debt, draft, reader)
    return {
        "months_unpaid": months,
        "consecutive_months": run,
        "ageing_class": None if found is None else found.code,
        "benefits": borne_by,
    }


_MEANS: Final = {
    ("PU", False): words(
        "Sampai batas ini BPJS tetap membayar manfaat; tunggakan dan denda tetap "
        "terutang",
        "Up to this limit the fund pays benefits; arrears and fines stay owed",
    ),
    ("PU", True): words(
        "Pemberi kerja membayar manfaat JKK dan JKM lebih dahulu; ia dapat meminta "
        "penggantian setelah tunggakan dan dendanya lunas",
        "The employer pays JKK and JKM benefits first; it may be repaid after "
        "settling arrears and fines",
    ),
    ("BPU", False): words(
        "Perawatan (JKK) atau biaya pemakaman (JKM) tetap diberikan; uang tunai "
        "menyusul setelah tunggakan lunas",
        "Medical care (JKK) or the funeral benefit (JKM) is given; cash follows once "
        "the arrears are paid",
    ),
    ("BPU", True): words(
        "Hak atas manfaat gugur selama menunggak",
        "There is no right to benefits while in arrears",
    ),
}
_CODES: Final = {
    ("PU", False): "fund_pays",
    ("PU", True): "employer_pays_first",
    ("BPU", False): "care_only",
    ("BPU", True): "none",
}


def _benefits(debt: Debt, run: int, draft: Draft, reader: Reader) -> str | None:
    if run == 0:
        return None
    read = grace(debt.segment.lower(), debt.on, reader)
    assert read is not None
    beyond = run > read.value
    draft.line(
        "benefits",
        _MEANS[debt.segment, beyond],
        None,
        _run_words(run, read.value, beyond=beyond),
        read.used,
    )
    if debt.in_jkp:
        _job_loss(debt.on, run, draft, reader)
    return _CODES[debt.segment, beyond]


def _job_loss(on: date, run: int, draft: Draft, reader: Reader) -> None:
    limit = grace("jkp", on, reader)
    if limit is None or run <= limit.value:
        return
    why = _run_words(run, limit.value, beyond=True)
    draft.line("benefits.jkp", _JKP, None, why, limit.used)
    closed = reader.find(CLOSED, on, int)
    if closed is not None and run <= closed.value:
        why = _run_words(run, closed.value, beyond=False)
        draft.line("benefits.jkp_closed", _JKP_CLOSED, None, why, closed.used)


_JKP: Final = words(
    "Manfaat JKP juga dibayar pemberi kerja lebih dahulu",
    "JKP benefits too are paid by the employer first",
)
_JKP_CLOSED: Final = words(
    "Bila pemberi kerja pailit atau tutup, JKP tetap dibayar dana",
    "Where the employer is bankrupt or closed, the fund still pays JKP",
)


def _run_words(run: int, limit: int, *, beyond: bool) -> Words:
    pattern_id = "menunggak {run} bulan berturut-turut, " + (
        "lebih dari {limit}" if beyond else "tidak lebih dari {limit}"
    )
    pattern_en = "{run} consecutive months in arrears, " + (
        "more than {limit}" if beyond else "not more than {limit}"
    )
    return words(pattern_id, pattern_en, run=number(run), limit=number(limit))


def _workers_share(debt: Debt, draft: Draft, reader: Reader) -> None:
    """Name the workers' share as a fact; whether it was withheld is for others to prove."""
    if debt.worker_idr == 0:
        return
    must = reader.at(REMIT, debt.on, bool)
    prison = reader.at(PRISON, debt.on, int)
    draft.line(
        "worker_share",
        _SHARE_AT_MOST if debt.at_most else _SHARE,
        debt.worker_idr,
        words(
            "bagian yang menurut hukum dipungut dari upah dan disetor pemberi kerja; "
            "tidak menyetorkannya diancam penjara paling lama {years}. Ini fakta "
            "jumlah, bukan tuduhan: benar tidaknya dipungut harus diperiksa",
            "the share that by law is withheld from wages and remitted by the "
            "employer; not remitting it is punishable by prison of up to {years}. "
            "This states an amount, it accuses nobody: whether it was withheld must "
            "be shown",
            years=shown("years", prison.value),
        ),
        must.used,
        prison.used,
    )


_SHARE: Final = words(
    "Bagian pekerja yang belum disetor", "Workers' share that was not remitted"
)
_SHARE_AT_MOST: Final = words(
    "Bagian pekerja yang belum disetor, paling banyak",
    "Workers' share that was not remitted, at most",
)


def _handover(debt: Debt, draft: Draft, reader: Reader) -> None:
    stops = reader.find(HANDOVER, debt.on, bool)
    if stops is not None and stops.value and debt.segment == "PU" and debt.overdue:
        draft.line("handover", _STOPS, None, None, stops.used)


_STOPS: Final = words(
    "Bila piutang diserahkan kepada PUPN/KPKNL, BPJS berhenti menambah denda sejak "
    "penyerahan",
    "Once the debt is handed over to the state receivables committee, no fine is added",
)
