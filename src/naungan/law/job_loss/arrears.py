"""Who pays JKP when the employer is behind with contributions.

Up to the months of grace BPJS pays; beyond them the employer pays first and may
be repaid when arrears and fines are settled. Since PP 6/2025 a worker of a
bankrupt or closed employer is still paid by BPJS up to a longer arrear.
"""

from datetime import date
from typing import Final, Literal

from naungan.law.answer import Draft, Used
from naungan.law.benefit_fields import ARREARS_MONTHS
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import Words, number, words


Payer = Literal["bpjs", "employer"]
CLOSED: Final = Field(
    "employer_closed",
    "yes_no",
    words("perusahaan pailit atau tutup", "employer bankrupt or closed"),
)
FIELDS: Final = (ARREARS_MONTHS, CLOSED)


def who_pays(facts: Facts, reader: Reader, draft: Draft, laid_off_on: date) -> Payer:
    """Say who pays, with the reason as a line."""
    arrears = facts.assume(ARREARS_MONTHS.name, 0, _UNSAID)
    grace = reader.at("participation/arrears/grace_months/jkp", laid_off_on, int)
    if arrears <= grace.value:
        return _say(draft, "bpjs", arrears, _WITHIN, grace.value, grace.used)
    if not facts.assume(CLOSED.name, False, _UNSAID):
        return _say(draft, "employer", arrears, _BEYOND, grace.value, grace.used)
    longer = reader.find(
        "benefits/jkp/arrears/closed_paid_until_months", laid_off_on, int
    )
    if longer is None:
        draft.note(_NO_RULE_YET)
        return _say(draft, "employer", arrears, _BEYOND, grace.value, grace.used)
    used = (grace.used, longer.used)
    if arrears <= longer.value:
        return _say(draft, "bpjs", arrears, _CLOSED_WITHIN, longer.value, *used)
    return _say(draft, "employer", arrears, _CLOSED_BEYOND, longer.value, *used)


_UNSAID: Final = words("karena tidak disebut", "as nothing was said")
_WITHIN: Final = words(
    "tunggakan {months} bulan, paling banyak {limit}: dibayar BPJS Ketenagakerjaan",
    "arrears of {months} months, at most {limit}: paid by BPJS Ketenagakerjaan",
)
_BEYOND: Final = words(
    "tunggakan {months} bulan, lebih dari {limit}: dibayar pengusaha lebih dahulu, "
    "dan dapat diganti BPJS sesudah tunggakan dan denda dilunasi",
    "arrears of {months} months, more than {limit}: paid first by the employer, who "
    "may be repaid by BPJS once arrears and fines are settled",
)
_CLOSED_WITHIN: Final = words(
    "perusahaan pailit atau tutup, tunggakan {months} bulan, paling banyak {limit}: "
    "tetap dibayar BPJS; tunggakan dan denda tetap ditagih",
    "employer bankrupt or closed, arrears of {months} months, at most {limit}: still "
    "paid by BPJS; arrears and fines remain due",
)
_CLOSED_BEYOND: Final = words(
    "perusahaan pailit atau tutup, tunggakan {months} bulan, lebih dari {limit}: "
    "dibayar pengusaha lebih dahulu",
    "employer bankrupt or closed, arrears of {months} months, more than {limit}: paid "
    "first by the employer",
)
_NO_RULE_YET: Final = words(
    "Pada hari PHK belum ada aturan khusus bagi perusahaan pailit atau tutup.",
    "On the day of the layoff there was no rule yet for bankrupt or closed employers.",
)


def _say(
    draft: Draft, payer: Payer, arrears: int, why: Words, limit: int, *used: Used
) -> Payer:
    figures = (("months", number(arrears)), ("limit", number(limit)))
    draft.line(
        "paid_by",
        words("Yang membayar", "Who pays"),
        None,
        Words(why.id, why.en, figures),
        *used,
    )
    return payer
