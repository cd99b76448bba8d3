"""What one participant costs for one month: how much, who pays, by which article.

The segment chooses the rule; each segment has its module in
`naungan.law.contributions`. Missing details take the legal default, and the answer
says so.
"""

from collections.abc import Callable
from typing import Final

from naungan.law.answer import Answer, Draft
from naungan.law.contributions import bpu, enrolment, fields, jakon, pmi, pu, relief
from naungan.law.contributions.share import Factor, Share, results_of, write
from naungan.law.contributions.wage import monthly_wage
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import month as month_words, words


FIELDS: Final = fields.FIELDS

UNSAID: Final = words("karena tidak disebut", "as none was given")


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what one participant costs for one contribution month.

    Results nest by programme and part, then by payer, in whole rupiah:
    {"JKK": {"employer": 12000, "total": 12000}, "employer": 312000, "total": …}.
    """
    segment = facts.need("segment", str)
    month = facts.need("month", int)
    reader.refuse_outside(month)
    draft = Draft()
    shares = of_segment(segment, facts, month, reader, draft)
    write(shares, draft)
    title = words(
        "Iuran {segment}, {month}",
        "Contributions of {segment}, {month}",
        segment=term(segment),
        month=month_words(month),
    )
    return Answer(
        "contribution",
        title,
        results_of(shares),
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


def of_segment(
    segment: str, facts: Facts, month: int, reader: Reader, draft: Draft
) -> list[Share]:
    """Give the shares of one participant and month by the rule of the segment."""
    names, rule = RULES[segment]
    facts.only(names, f"segmen {segment}")
    return rule(facts, month, reader, draft)


def _pu(facts: Facts, month: int, reader: Reader, draft: Draft) -> list[Share]:
    enrolled = enrolment.of_pu(facts, month, reader, draft)
    labour = relief.labour_intensive(facts, month, reader, draft)
    covid = relief.covid(facts, month, reader, draft)
    known = labour is None
    if not known and enrolled.recomposed:
        draft.note(_UNSEEN)
    case = pu.PuMonth(
        month=month,
        wage_idr=monthly_wage(facts, month, reader, draft),
        programmes=enrolled.programmes,
        risk_group=_risk_group(facts, enrolled.programmes),
        recomposed=enrolled.recomposed,
        jkp_parts_known=known,
        jkk_relief=labour or covid,
        jkm_relief=covid,
        jp_now=_deferral(facts, month, reader, draft, enrolled.programmes),
    )
    return pu.shares(case, reader)


_UNSEEN: Final = words(
    "PP 7/2025 Pasal 10 menentukan sendiri bagian JKK untuk JKP bagi industri padat "
    "karya; angkanya belum terlihat, jadi bagian itu tidak dihitung. Jumlah yang "
    "dibayar pemberi kerja tidak terpengaruh.",
    "PP 7/2025 Pasal 10 sets its own part of JKK for JKP in labour-intensive "
    "industries; its figures were not seen, so that part is left out. What the "
    "employer pays is not affected.",
)


def _deferral(
    facts: Facts,
    month: int,
    reader: Reader,
    draft: Draft,
    programmes: tuple[str, ...],
) -> Factor | None:
    if "JP" not in programmes:
        return None
    return relief.pension_deferral(facts, month, reader, draft)


def _risk_group(facts: Facts, programmes: tuple[str, ...]) -> str:
    lowest = pu.RISK_GROUPS[0]
    if "JKK" not in programmes:
        return facts.get("risk_group", str) or lowest
    because = words(
        "karena tidak disebut; kelompok lain lebih tinggi JKK-nya",
        "as none was given; any other group has a higher JKK",
    )
    return facts.assume("risk_group", lowest, because)


def _non_asn(facts: Facts, month: int, reader: Reader, draft: Draft) -> list[Share]:
    path = "participation/mandatory_programmes/non_asn"
    programmes = _stated_or(facts, path, month, reader, draft)
    draft.note(
        words(
            "Dihitung dengan tarif pekerja penerima upah; tarif tersendiri untuk "
            "pegawai non-ASN tidak terlihat.",
            "Counted at the rates of wage workers; no rate of its own for non-civil-"
            "servant staff was seen.",
        )
    )
    covid = relief.covid(facts, month, reader, draft)
    case = pu.PuMonth(
        month=month,
        wage_idr=monthly_wage(facts, month, reader, draft),
        programmes=programmes,
        risk_group=_risk_group(facts, programmes),
        recomposed=False,
        jkk_relief=covid,
        jkm_relief=covid,
    )
    return pu.shares(case, reader)


def _bpu(facts: Facts, month: int, reader: Reader, draft: Draft) -> list[Share]:
    programmes = _stated_or(
        facts, _bpu_path(facts, month, reader), month, reader, draft
    )
    _refuse_programmes(facts, programmes, ("JKK", "JKM", "JHT"))
    lowest = reader.at_month("contributions/bpu/lowest_base_income", month, int)
    because = words(
        "penghasilan dasar terendah, karena tidak disebut",
        "the lowest base income, as none was given",
    )
    payer = facts.assume("payer", "self", UNSAID)
    case = bpu.BpuMonth(
        month=month,
        income_idr=facts.assume("income", lowest.value, because),
        programmes=programmes,
        pays=PAYS.get(payer, "government"),
        relief=relief.self_employed(facts, month, payer, reader, draft),
    )
    return bpu.shares(case, reader)


def _bpu_path(facts: Facts, month: int, reader: Reader) -> str:
    """Name the list of programmes: one of its own for those who employ others."""
    owner = "participation/mandatory_programmes/bpu_employer"
    employs = facts.get("occupation", str) == "business_owner"
    if employs and reader.find_at_month(owner, month, tuple) is not None:
        return owner
    return "contributions/bpu/jkk_jkm_programmes"


PAYS: Final = {
    "self": "participant",
    "employer": "employer",
    "csr": "donor",
    "baznas": "donor",
    "mutual_aid": "donor",
    "other": "donor",
    "unknown": "donor",
}
"""Under which payer an amount stands; every public fund counts as government."""


def _jakon(facts: Facts, month: int, reader: Reader, draft: Draft) -> list[Share]:
    by_contract = facts.has("contract_value")
    programmes = facts.get("programmes", tuple) or jakon.PROGRAMMES
    _refuse_programmes(facts, programmes, jakon.PROGRAMMES)
    if by_contract:
        facts.only(
            ("segment", "month", "contract_value", "programmes", "paid_through"),
            "iuran menurut nilai kontrak",
        )
        amount = facts.need("contract_value", int)
        draft.note(
            words(
                "Nilai kontrak dianggap tanpa PPN; iuran ini untuk seluruh proyek.",
                "The contract value is taken without VAT; this is for the whole project.",
            )
        )
    else:
        amount = monthly_wage(facts, month, reader, draft)
    case = jakon.JakonMonth(
        month=month,
        amount_idr=amount,
        by_contract=by_contract,
        programmes=programmes,
        relief=relief.covid(facts, month, reader, draft),
    )
    return jakon.shares(case, reader)


def _pmi(facts: Facts, month: int, reader: Reader, draft: Draft) -> list[Share]:
    del draft
    programmes = facts.get("programmes", tuple) or ("JKK", "JKM")
    _refuse_programmes(facts, programmes, ("JKK", "JKM", "JHT"))
    case = pmi.PmiCase(
        month=month,
        phases=_phases(facts),
        contract_months=_contract_months(facts),
        extension_months=facts.get("extension_months", int) or 0,
        jht_idr=facts.need("jht", int)
        if "JHT" in programmes
        else facts.get("jht", int) or 0,
    )
    return pmi.shares(case, reader)


def _phases(facts: Facts) -> tuple[str, ...]:
    phase = facts.get("phase", str)
    if phase is not None:
        return (phase,)
    placement = facts.assume("placement", "company", UNSAID)
    extended = ("extension",) if facts.has("extension_months") else ()
    if placement == "individual":
        return ("during_and_after", *extended)
    return ("before_departure", "during_and_after", *extended)


def _contract_months(facts: Facts) -> int:
    if facts.get("phase", str) in ("before_departure", "extension"):
        return facts.get("contract_months", int) or 0
    return facts.need("contract_months", int)


def _stated_or(
    facts: Facts, path: str, month: int, reader: Reader, draft: Draft
) -> tuple[str, ...]:
    stated = facts.get("programmes", tuple)
    if stated is not None:
        return stated
    read = reader.at_month(path, month, tuple)
    draft.note(
        words(
            "Program: {list}, karena tidak disebut ({basis}).",
            "Programmes: {list}, as none were given ({basis}).",
            list="+".join(read.value),
            basis=read.used.basis,
        )
    )
    return read.value


def _refuse_programmes(
    facts: Facts, programmes: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    for one in programmes:
        if one not in offered:
            facts.refuse(
                "programmes",
                f"'{one}' tidak terbuka untuk segmen ini; pilih: {', '.join(offered)}",
            )


Rule = Callable[[Facts, int, Reader, Draft], list[Share]]

RULES: Final[dict[str, tuple[tuple[str, ...], Rule]]] = {
    "PU": (fields.PU, _pu),
    "BPU": (fields.BPU, _bpu),
    "JAKON": (fields.JAKON, _jakon),
    "PMI": (fields.PMI, _pmi),
    "NON_ASN": (fields.NON_ASN, _non_asn),
}
"""The rule of each segment, with the fields that it has a use for."""
