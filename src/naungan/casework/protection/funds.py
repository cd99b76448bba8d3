"""Who pays: the catalogue of funds, each read by the law as one kind of payer."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _


@dataclass(frozen=True)
class Fund:
    """One source of money: its words, and how the law calls whoever pays from it."""

    code: str
    label: str
    payer: str


FUNDS: Final = {
    fund.code: fund
    for fund in (
        Fund("apbn", _("APBN"), "apbn"),
        Fund("apbd", _("APBD"), "apbd"),
        Fund("apbd_revised", _("APBD Perubahan"), "apbd_revised"),
        Fund("add", _("Alokasi Dana Desa"), "add"),
        Fund("apbdes", _("APBDes"), "apbdes"),
        Fund("dbh_sawit", _("DBH sawit"), "dbh_sawit"),
        Fund("dbhcht", _("DBH cukai hasil tembakau"), "dbhcht"),
        Fund("special_aid", _("Bantuan keuangan khusus"), "apbd"),
        Fund("csr", _("CSR (Sertakan)"), "csr"),
        Fund("baznas", _("Baznas"), "baznas"),
        Fund("mutual_aid", _("Gotong royong ASN"), "mutual_aid"),
        Fund("self", _("Peserta sendiri"), "self"),
    )
}
"""Every fund by its code; `payer` is a code of the law's questions."""

OF_OTHERS: Final = tuple(code for code in FUNDS if code != "self")
"""Funds of which only one may pay for a person and month."""
