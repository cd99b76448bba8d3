"""Which reliefs reach a contribution: a factor on its rate, with what it rests on.

COVID-19 (PP 49/2020), labour-intensive industries (PP 7/2025, PP 36/2025), and the
self-employed (PP 50/2025). A relief holds only in the months that its parameter
has a value; its conditions are read from the facts, assumed where they are not
stated, and said either way.
"""

from datetime import date
from decimal import Decimal
from typing import Final

from naungan.law.answer import Draft, Used
from naungan.law.contributions.share import Factor
from naungan.law.question import Facts
from naungan.law.reader import Read, Reader
from naungan.law.terms import term
from naungan.law.words import Words, day, number, words
from naungan.lib.dates import month_of


COVID: Final = "reliefs/covid"
LABOUR: Final = "reliefs/labour_intensive"
BPU: Final = "reliefs/bpu_2026"
_WITHOUT_APPROVAL: Final = words(
    "karena tidak disebut: seluruh iuran JP jatuh tempo. Bila penundaan disetujui, yang "
    "dibayar sekarang dan yang ditunda seperti baris masing-masing",
    "as it was not said: all of JP falls due. If the deferral was approved, what is paid "
    "now and what waits are on lines of their own",
)
_NAMED_FUNDERS: Final = ("apbn", "apbd")


def covid(facts: Facts, month: int, reader: Reader, draft: Draft) -> Factor | None:
    """Give the COVID-19 factor on JKK and JKM, or None."""
    path = f"{COVID}/jkk_jkm_multiplier"
    found = reader.find_at_month(path, month, Decimal)
    if found is None:
        return None
    return _if_paid(facts, month, reader, draft, found, f"{COVID}/jkk_jkm_paid_through")


def pension_deferral(
    facts: Facts, month: int, reader: Reader, draft: Draft
) -> Factor | None:
    """Give the share of JP that is paid at once under PP 49/2020, or None.

    A deferral needs approval. Unsaid, all of JP is owed, and the two parts are shown
    for an employer whose deferral is approved; they are no part of the total.
    """
    found = reader.find_at_month(f"{COVID}/jp_now_share", month, Decimal)
    if found is None:
        return None
    if facts.get("jp_deferred", bool) is False:
        return None
    facts.assume("jp_deferred", False, _WITHOUT_APPROVAL)
    return _if_paid(facts, month, reader, draft, found, f"{COVID}/jp_paid_through")


def labour_intensive(
    facts: Facts, month: int, reader: Reader, draft: Draft
) -> Factor | None:
    """Give the labour-intensive factor on JKK, or None where a test fails."""
    found = reader.find_at_month(f"{LABOUR}/jkk_multiplier", month, Decimal)
    if found is None or not _claims_labour(facts):
        return None
    listed = reader.at_month(f"{LABOUR}/industries", month, tuple)
    industry = facts.get("industry", str)
    if industry is not None and industry not in listed.value:
        why = words("industri tidak termasuk", "industry not listed")
        _refuse(draft, why, listed.used, found.used)
        return None
    fewest = reader.at_month(f"{LABOUR}/min_active_workers", month, int)
    workers = facts.get("active_workers", int)
    if workers is not None and workers < fewest.value:
        why = words(
            "pekerja aktif {count}, paling sedikit {least}",
            "{count} active workers, at least {least} needed",
            count=number(workers),
            least=number(fewest.value),
        )
        _refuse(draft, why, fewest.used, found.used)
        return None
    if industry is None or workers is None:
        _say_labour_assumed(facts, fewest)
    relief = _if_paid(facts, month, reader, draft, found, f"{LABOUR}/paid_through")
    if relief is None:
        return None
    return Factor(relief.ratio, (*relief.used, listed.used, fewest.used))


def self_employed(
    facts: Facts, month: int, payer: str, reader: Reader, draft: Draft
) -> Factor | None:
    """Give the factor on JKK and JKM of the self-employed, or None.

    The COVID-19 relief reached everyone; that of PP 50/2025 goes by occupation and
    does not reach contributions that public budgets pay.
    """
    first = covid(facts, month, reader, draft)
    if first is not None:
        return first
    found = _of_occupation(facts, month, reader)
    if found is None:
        return None
    excluded = reader.at_month(f"{BPU}/excluded_funders", month, tuple)
    if payer in excluded.value:
        draft.line(
            "relief",
            words("Keringanan tidak berlaku", "The relief does not apply"),
            None,
            words(
                "dibayar {payer}, yang dikecualikan",
                "paid by {payer}, which is excluded",
                payer=term(payer),
            ),
            excluded.used,
        )
        if payer not in _NAMED_FUNDERS:
            draft.note(_read_as_public(payer))
        return None
    return Factor(found.value, (found.used, *_doubt(payer, month, reader, draft)))


def _read_as_public(payer: str) -> Words:
    """Say that a source of money is excluded by reading, not by name."""
    return words(
        "Sumber menyebut APBN dan APBD; {payer} dibaca sebagai bagian anggaran itu.",
        "Sources name the state and regional budgets; {payer} is read as part of them.",
        payer=term(payer),
    )


def _of_occupation(facts: Facts, month: int, reader: Reader) -> Read[Decimal] | None:
    transport = reader.find_at_month(f"{BPU}/transport_multiplier", month, Decimal)
    other = reader.find_at_month(f"{BPU}/other_multiplier", month, Decimal)
    if transport is None:
        return other
    because = words(
        "karena tidak disebut; pengemudi dan kurir mendapat keringanan lebih lama",
        "as none was given; drivers and couriers have the relief for longer",
    )
    occupation = facts.assume("occupation", "other", because)
    drivers = reader.at_month(f"{BPU}/transport_occupations", month, tuple)
    return transport if occupation in drivers.value else other


def _doubt(payer: str, month: int, reader: Reader, draft: Draft) -> tuple[Used, ...]:
    uncertain = reader.at_month(f"{BPU}/uncertain_funders", month, tuple)
    if payer not in uncertain.value:
        return ()
    draft.note(
        words(
            "Belum pasti apakah keringanan berlaku bila yang membayar {payer}: yang "
            "disebut dikecualikan hanya APBN dan APBD. Bila termasuk yang "
            "dikecualikan, bayar penuh.",
            "It is open whether the relief applies when {payer} pays: only the state "
            "and regional budgets are named as excluded. If it counts as one of them, "
            "the full price is due.",
            payer=term(payer),
        )
    )
    return (uncertain.used,)


def _claims_labour(facts: Facts) -> bool:
    claimed = facts.get("labour_intensive", bool)
    return facts.has("industry") if claimed is None else claimed


def _say_labour_assumed(facts: Facts, fewest: Read[int]) -> None:
    note = words(
        "Perusahaan padat karya: dianggap industrinya termasuk dan pekerja aktifnya "
        "paling sedikit {least}",
        "Labour-intensive: the industry is taken as listed, with at least {least} "
        "active workers",
        least=number(fewest.value),
    )
    facts.assumed.append(note)


def _refuse(draft: Draft, why: Words, *used: Used) -> None:
    """Say that the relief does not apply and why, with the articles that say so."""
    label = words(
        "Keringanan padat karya tidak berlaku",
        "The labour-intensive relief does not apply",
    )
    draft.line("relief", label, None, why, *used)


def _if_paid(
    facts: Facts,
    month: int,
    reader: Reader,
    draft: Draft,
    found: Read[Decimal],
    condition: str,
) -> Factor | None:
    """Give the factor if earlier contributions are paid, stated or assumed."""
    through = reader.at_month(condition, month, date)
    needed = month_of(through.value)
    paid = facts.assume(
        "paid_through", needed, words("karena tidak disebut", "as none was given")
    )
    if paid >= needed:
        return Factor(found.value, (found.used, through.used))
    label = words(
        "{title} tidak berlaku", "{title} does not apply", title=found.used.title
    )
    why = words(
        "iuran harus lunas sampai {day}",
        "contributions must be paid through {day}",
        day=day(through.value),
    )
    draft.line("relief", label, None, why, through.used)
    return None
