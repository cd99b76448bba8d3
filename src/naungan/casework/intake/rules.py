"""May it happen now: what a batch's state and content allow, whoever asks."""

import re
from typing import Final

from django.utils.translation import get_language, gettext, gettext_noop

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake.files import MOST_BYTES
from naungan.casework.intake.kinds import KINDS
from naungan.casework.intake.models import Batch, Run, Series
from naungan.casework.intake.states import BATCH, IN_HAND, RUN
from naungan.lib import regions
from naungan.lib.errors import InputRefused


VERBS: Final = {
    "map": gettext_noop("dipetakan kolomnya"),
    "try_out": gettext_noop("diuji coba"),
    "reclassify": gettext_noop("diubah jenis dan wilayahnya"),
    "submit": gettext_noop("diajukan"),
    "recall": gettext_noop("diambil kembali"),
    "approve": gettext_noop("disetujui"),
    "refuse": gettext_noop("ditolak"),
    "withdraw": gettext_noop("dicabut"),
    "restore": gettext_noop("dipakai lagi"),
    "discard": gettext_noop("dibuang"),
    "pick_up": gettext_noop("diambil lagi"),
}
"""What each verb does to a batch, for the sentence that refuses it."""

SHA256: Final = re.compile(r"[0-9a-f]{64}")
EARLIEST_MONTH: Final = 2015 * 12  # BPJS Ketenagakerjaan began in July 2015


def check_move(batch: Batch, verb: str) -> str:
    """Give the state to which a verb leads; refuse where it leads nowhere."""
    after = BATCH.after(batch.state, verb)
    if after is None:
        raise _out_of_turn(batch, verb)
    return after


def check_run_move(run: Run, verb: str) -> str:
    """Give the state to which a verb leads a run; refuse where it leads nowhere."""
    after = RUN.after(run.state, verb)
    if after is None:
        state = RUN.label(run.state, _language())
        sentence = gettext("Proses ini sudah %(state)s.") % {"state": state}
        raise ActRefused(sentence)
    return after


def check_arrives(
    *, kind: str, region_code: str, mode: str, sha256: str, size: int
) -> None:
    """Refuse a file of no known kind, region, way or hash, an empty or huge one."""
    check_kind(kind=kind, region_code=region_code, mode=mode)
    if not SHA256.fullmatch(sha256):
        raise InputRefused("Sidik berkas tidak benar; unggah lagi.")
    if size <= 0:
        raise InputRefused("Berkas ini kosong.")
    if size > MOST_BYTES:
        raise InputRefused("Berkas ini lebih besar dari 500 MB; bagi dahulu.")


def check_kind(*, kind: str, region_code: str, mode: str) -> None:
    """Refuse a kind, a region or a way that does not exist."""
    if kind not in {one.code for one in KINDS}:
        raise InputRefused("Jenis berkas ini tidak dikenal.")
    if mode not in ("replace", "add"):
        raise InputRefused("Pilih: menggantikan, atau menambah.")
    if region_code and regions.by_code(region_code) is None:
        raise InputRefused(f"Wilayah {region_code} tidak dikenal.")


def check_month(month: int, *, newest: int) -> None:
    """Refuse a month before there was anything to tell, or one that is to come."""
    if not EARLIEST_MONTH <= month <= newest:
        raise InputRefused("Bulan data seharusnya antara 2015 dan bulan ini.")


def check_new(*, series: Series, sha256: str, without: Batch | None = None) -> None:
    """Refuse content that its series already has in hand or in use."""
    same = series.batches.filter(sha256=sha256, state__in=IN_HAND)
    if without is not None:
        same = same.exclude(pk=without.pk)
    found = same.first()
    if found is not None:
        words = gettext(
            "Isi berkas ini sama dengan berkas nomor %(number)s pada seri yang sama, "
            "yang %(state)s."
        )
        state = BATCH.label(found.state, _language())
        sentence = words % {"number": found.number, "state": state}
        raise ActRefused(sentence)


def check_there(batch: Batch) -> None:
    """Refuse what needs the file of a batch whose file is past its term."""
    if batch.removed_at is not None:
        raise ActRefused("Berkasnya sudah dihapus menurut masa simpan; unggah lagi.")


def check_usable(batch: Batch) -> None:
    """Refuse to submit a file of which no row can be used."""
    if not batch.counts.get("accepted"):
        raise ActRefused("Tidak ada baris yang dapat dipakai dalam berkas ini.")


def check_reason(reason: str) -> None:
    """Refuse an act that needs a reason and has none."""
    if not reason.strip():
        raise ActRefused("Tulis alasannya.")


def check_reclassifies(batch: Batch) -> None:
    """Refuse to change the kind or region of a file that is already submitted."""
    if batch.state not in ("received", "mapped", "tried"):
        raise _out_of_turn(batch, "reclassify")


def _out_of_turn(batch: Batch, verb: str) -> ActRefused:
    words = gettext("Berkas yang %(state)s tidak dapat %(verb)s.")
    state = BATCH.label(batch.state, _language())
    sentence = words % {"state": state, "verb": gettext(VERBS[verb])}
    return ActRefused(sentence)


def _language() -> str:
    return get_language() or "id"
