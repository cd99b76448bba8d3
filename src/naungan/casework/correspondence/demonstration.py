"""Letterheads of the invented desks: without an address no first letter can go out."""

from dataclasses import asdict, dataclass
from typing import Final

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.correspondence.models import LetterHead
from naungan.casework.intake.models import Publication


@dataclass(frozen=True, kw_only=True)
class Head:
    """What stands on the letters of one desk's institution; all of it is invented."""

    above: str = ""
    address: str
    contact: str
    city: str = "Lahat"
    office_code: str
    signer_name: str = ""
    signer_position: str = ""


REGENCY: Final = "Pemerintah Kabupaten Lahat"
HEADS: Final = {
    "kacab": Head(
        address="Jalan Contoh Nomor 12, Lahat 31411 (rekaan)",
        contact="Telepon (0731) 000-001, surel lahat@bpjs.naungan.invalid",
        office_code="BPJSTK-LHT",
        signer_name="Ratna Wulandari (rekaan)",
        signer_position="Kepala Kantor Cabang",
    ),
    "pengawas": Head(
        above="Dinas Tenaga Kerja dan Transmigrasi Provinsi Sumatera Selatan",
        address="Jalan Contoh Nomor 7, Palembang 30129 (rekaan)",
        contact="Telepon (0711) 000-002, surel pengawas@sumsel.naungan.invalid",
        city="Palembang",
        office_code="WASNAKER-SS",
    ),
    "jaksa": Head(
        above="Kejaksaan Tinggi Sumatera Selatan",
        address="Jalan Contoh Nomor 3, Lahat 31411 (rekaan)",
        contact="Telepon (0731) 000-003, surel lahat@kejaksaan.naungan.invalid",
        office_code="KEJARI-LHT",
    ),
    "dpmptsp": Head(
        above=REGENCY,
        address="Jalan Contoh Nomor 21, Lahat 31414 (rekaan)",
        contact="Telepon (0731) 000-004, surel dpmptsp@lahat.naungan.invalid",
        office_code="DPMPTSP",
    ),
    "dpmd": Head(
        above=REGENCY,
        address="Jalan Contoh Nomor 23, Lahat 31414 (rekaan)",
        contact="Telepon (0731) 000-005, surel dpmd@lahat.naungan.invalid",
        office_code="DPMD",
        signer_name="Sri Handayani (rekaan)",
        signer_position="Kepala Dinas",
    ),
    "bpkad": Head(
        above=REGENCY,
        address="Jalan Contoh Nomor 1, Lahat 31414 (rekaan)",
        contact="Telepon (0731) 000-006, surel bpkad@lahat.naungan.invalid",
        office_code="BPKAD",
    ),
    "sekda": Head(
        above=REGENCY,
        address="Jalan Contoh Nomor 1, Lahat 31414 (rekaan)",
        contact="Telepon (0731) 000-007, surel setda@lahat.naungan.invalid",
        office_code="SETDA",
        signer_name="Hasan Basri (rekaan)",
        signer_position="Sekretaris Daerah",
    ),
    "kades": Head(
        above=REGENCY,
        address="Kantor Desa Arahan (rekaan)",
        contact="Surel arahan@desa.naungan.invalid",
        city="Arahan",
        office_code="DS-ARH",
        signer_name="Suhaimi (rekaan)",
        signer_position="Kepala Desa",
    ),
}
"""The letterhead of the institution of each of these desks."""


def furnish(publication: Publication, is_last: bool) -> None:
    """Write the letterheads that nobody has written yet."""
    del is_last
    if not VILLAGE.startswith(f"{publication.region_code}."):
        return
    for desk, head in HEADS.items():
        with transaction.atomic():
            scope.tell(None, None, every=True)
            by = person_at(desk)
            if by is None:
                continue
            scope.enter(by)
            made, is_new = LetterHead.objects.get_or_create(
                institution_id=by.institution_id, defaults=asdict(head)
            )
            if is_new:
                act.record(by=None, verb="invent", noun="letter_head", noun_id=made.pk)
