"""How a question about the self-employed or a migrant worker becomes a case."""

from typing import Final

from naungan.law.answer import Draft
from naungan.law.contributions import bpu, pmi, relief
from naungan.law.contributions.programmes import only_offered, stated_or
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import number, words


OFFERED: Final = ("JKK", "JKM", "JHT")
PAYS: Final = {
    "self": "participant",
    "employer": "employer",
    "csr": "donor",
    "baznas": "donor",
    "mutual_aid": "donor",
    "other": "other",
    "unknown": "unknown",
}
"""Under which payer an amount stands; public funds are government, a gift a donor."""

_UNSAID: Final = words("karena tidak disebut", "as none was given")


def of_bpu(facts: Facts, month: int, reader: Reader, draft: Draft) -> bpu.BpuMonth:
    """Read the case of a self-employed participant, whoever pays them."""
    programmes = stated_or(_list(facts, month, reader), facts, month, reader, draft)
    only_offered(facts, programmes, OFFERED)
    _say_age(facts, month, reader, draft)
    lowest = reader.at_month("contributions/bpu/lowest_base_income", month, int)
    because = words(
        "penghasilan dasar terendah, karena tidak disebut",
        "the lowest base income, as none was given",
    )
    payer = facts.assume("payer", "self", _UNSAID)
    return bpu.BpuMonth(
        month=month,
        income_idr=facts.assume("income", lowest.value, because),
        programmes=programmes,
        pays=PAYS.get(payer, "government"),
        relief=relief.self_employed(facts, month, payer, reader, draft),
    )


def of_pmi(facts: Facts, month: int, reader: Reader, draft: Draft) -> pmi.PmiCase:
    """Read the case of a migrant worker."""
    del draft
    programmes = facts.get("programmes", tuple) or OFFERED[:2]
    only_offered(facts, programmes, OFFERED)
    return pmi.PmiCase(
        month=month,
        phases=_phases(facts),
        contract_months=_contract_months(facts),
        extension_months=_extension_months(facts),
        jht_idr=_jht(facts, programmes),
    )


def _list(facts: Facts, month: int, reader: Reader) -> str:
    """Name the list of programmes: one of its own for those who employ others."""
    owner = "participation/mandatory_programmes/bpu_employer"
    employs = facts.get("occupation", str) == "business_owner"
    if employs and reader.find_at_month(owner, month, tuple) is not None:
        return owner
    return "contributions/bpu/jkk_jkm_programmes"


def _say_age(facts: Facts, month: int, reader: Reader, draft: Draft) -> None:
    age = facts.get("age", int)
    path = "participation/ages/bpu_registration_below"
    limit = reader.find_at_month(path, month, int)
    if age is None or limit is None or age < limit.value:
        return
    said = words("Pendaftaran baru ditolak", "A new registration is refused")
    shown = words(
        "umur {age}, harus di bawah {limit}; yang sudah terdaftar dapat melanjutkan",
        "age {age}, must be below {limit}; those registered already may go on",
        age=number(age),
        limit=number(limit.value),
    )
    draft.line("age", said, None, shown, limit.used)


def _phases(facts: Facts) -> tuple[str, ...]:
    phase = facts.get("phase", str)
    if phase is not None:
        return (phase,)
    placement = facts.assume("placement", "placed", _UNSAID)
    extended = ("extension",) if facts.has("extension_months") else ()
    if placement == "individual":
        return ("during_and_after", *extended)
    return ("before_departure", "during_and_after", *extended)


def _contract_months(facts: Facts) -> int:
    if facts.get("phase", str) in ("before_departure", "extension"):
        return facts.get("contract_months", int) or 0
    return facts.need("contract_months", int)


def _extension_months(facts: Facts) -> int:
    if facts.get("phase", str) == "extension":
        return facts.need("extension_months", int)
    return facts.get("extension_months", int) or 0


def _jht(facts: Facts, programmes: tuple[str, ...]) -> int:
    if "JHT" in programmes:
        return facts.need("jht", int)
    return facts.get("jht", int) or 0
