"""Who pays: the catalogue of funds, each read by the law as one kind of payer."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Fund:
    """One source of money: its words, and how the law calls whoever pays from it.

    `in_extract` are the words of the member extract for it: of a village's two budgets
    it knows one name, and a budget that was revised is the same budget there.
    """

    code: str
    label: str
    payer: str
    in_extract: tuple[str, ...]


REGIONAL: Final = ("apbd", "apbd_revised")

FUNDS: Final = {
    fund.code: fund
    for fund in (
        Fund("apbn", _("APBN"), "apbn", ("apbn",)),
        Fund("apbd", _("APBD"), "apbd", REGIONAL),
        Fund("apbd_revised", _("APBD Perubahan"), "apbd_revised", REGIONAL),
        Fund("add", _("Alokasi Dana Desa"), "add", ("village",)),
        Fund("apbdes", _("APBDes"), "apbdes", ("village",)),
        Fund("dbh_sawit", _("DBH sawit"), "dbh_sawit", ("dbh_sawit",)),
        Fund("dbhcht", _("DBH cukai hasil tembakau"), "dbhcht", ("dbhcht",)),
        Fund("special_aid", _("Bantuan keuangan khusus"), "apbd", REGIONAL),
        Fund("csr", _("CSR (Sertakan)"), "csr", ("csr",)),
        Fund("baznas", _("Baznas"), "baznas", ("baznas",)),
        Fund("mutual_aid", _("Gotong royong ASN"), "mutual_aid", ("mutual_aid",)),
        Fund("self", _("Peserta sendiri"), "self", ("self",)),
    )
}
"""Every fund by its code; `payer` is a code of the law's questions."""

OF_OTHERS: Final = tuple(code for code in FUNDS if code != "self")
"""Funds of which only one may pay for a person and month."""
