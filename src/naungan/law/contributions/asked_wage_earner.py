"""How a question about somebody paid a wage becomes a case: PU, non-ASN, Jakon."""

from typing import Final

from naungan.law.answer import Draft
from naungan.law.contributions import enrolment, jakon, pu, relief
from naungan.law.contributions.programmes import only_offered, stated_or
from naungan.law.contributions.share import Factor
from naungan.law.contributions.wage import monthly_wage
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import words


_UNSEEN: Final = words(
    "PP 7/2025 Pasal 10 menentukan sendiri bagian JKK untuk JKP bagi industri padat "
    "karya; angkanya belum terlihat, jadi bagian itu tidak dihitung. Jumlah yang "
    "dibayar pemberi kerja tidak terpengaruh.",
    "PP 7/2025 Pasal 10 sets its own part of JKK for JKP in labour-intensive "
    "industries; its figures were not seen, so that part is left out. What the "
    "employer pays is not affected.",
)
_SAME_RATES: Final = words(
    "Dihitung dengan tarif pekerja penerima upah; tarif tersendiri untuk pegawai "
    "non-ASN tidak terlihat.",
    "Counted at the rates of wage workers; no rate of its own for staff who are not "
    "civil servants was seen.",
)
_ONCE: Final = words(
    "Nilai kontrak dianggap tanpa PPN; iuran ini untuk seluruh proyek, dibayar "
    "pemberi kerja jasa konstruksi.",
    "The contract value is taken without VAT; this is for the whole project and is "
    "paid by the construction employer.",
)
BY_CONTRACT: Final = (
    "segment",
    "month",
    "contract_value",
    "programmes",
    "paid_through",
)


def of_pu(facts: Facts, month: int, reader: Reader, draft: Draft) -> pu.PuMonth:
    """Read the case of a wage worker of an employer."""
    enrolled = enrolment.of_pu(facts, month, reader, draft)
    labour = relief.labour_intensive(facts, month, reader, draft)
    covid = relief.covid(facts, month, reader, draft)
    if labour is not None and enrolled.recomposed:
        draft.note(_UNSEEN)
    return pu.PuMonth(
        month=month,
        wage_idr=monthly_wage(facts, month, reader, draft),
        programmes=enrolled.programmes,
        risk_group=_risk_group(facts, enrolled.programmes),
        recomposed=enrolled.recomposed,
        jkp_parts_known=labour is None,
        jkk_relief=labour or covid,
        jkm_relief=covid,
        jp_now=_deferral(facts, month, reader, draft, enrolled.programmes),
    )


def of_non_asn(facts: Facts, month: int, reader: Reader, draft: Draft) -> pu.PuMonth:
    """Read the case of staff of state bodies who are not civil servants."""
    path = "participation/mandatory_programmes/non_asn"
    programmes = stated_or(path, facts, month, reader, draft)
    only_offered(facts, programmes, ("JKK", "JKM", "JHT"))
    draft.note(_SAME_RATES)
    covid = relief.covid(facts, month, reader, draft)
    return pu.PuMonth(
        month=month,
        wage_idr=monthly_wage(facts, month, reader, draft),
        programmes=programmes,
        risk_group=_risk_group(facts, programmes),
        recomposed=False,
        jkk_relief=covid,
        jkm_relief=covid,
    )


def of_jakon(
    facts: Facts, month: int, reader: Reader, draft: Draft
) -> jakon.JakonMonth:
    """Read the case of a construction employer, by wages or by contract value."""
    programmes = facts.get("programmes", tuple) or jakon.PROGRAMMES
    only_offered(facts, programmes, jakon.PROGRAMMES)
    by_contract = facts.has("contract_value")
    if by_contract:
        facts.only(BY_CONTRACT, "iuran menurut nilai kontrak")
        draft.note(_ONCE)
        amount = facts.need("contract_value", int)
    else:
        amount = monthly_wage(facts, month, reader, draft)
    covid = relief.covid(facts, month, reader, draft)
    return jakon.JakonMonth(month, amount, by_contract, programmes, covid)


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
