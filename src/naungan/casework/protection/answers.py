"""An answer of BPJS Ketenagakerjaan as a sheet: each row matched to a person, or why not.

Nothing here writes: what an answer would do is looked at first, then taken.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import preview
from naungan.casework.protection import access
from naungan.casework.protection.actions.enrolment import Answered
from naungan.casework.protection.models import Enrolment, Entry
from naungan.lib.identity_numbers import mask, read_nik


MOST_ROWS: Final = 50_000
LONGEST_KPJ: Final = 20
SHOWN: Final = 4
DECIMAL: Final = ".0"
"""What a spreadsheet that keeps a long number as a number writes behind it."""
HEADS: Final = {
    "nik": ("nik", "nomor induk kependudukan", "no nik", "no ktp"),
    "kpj": ("kpj", "nomor kpj", "no kpj", "nomor peserta"),
    "reason": ("alasan", "alasan ditolak", "keterangan"),
}
NEEDED: Final = ("nik", "kpj")
STRANGER: Final = _("NIK ini tidak ada dalam kiriman itu.")
DONE: Final = _("Orang ini sudah dijawab lebih dahulu.")
TWICE: Final = _("NIK ini dijawab dua kali dengan jawaban berbeda.")
ROUNDED: Final = _(
    "NIK tersimpan sebagai angka dan cocok dengan beberapa orang; simpan kolomnya "
    "sebagai teks."
)
BAD_KPJ: Final = _("Nomor KPJ tidak terbaca; simpan kolomnya sebagai teks.")


@dataclass(frozen=True)
class Row:
    """One row of an answer; `wrong` says why it cannot be taken, NIK masked."""

    line: int
    nik: str
    entry: int | None = None
    kpj: str = ""
    reason: str = ""
    wrong: str = ""

    @property
    def is_empty(self) -> bool:
        """Tell whether the row answers nothing."""
        return not (self.kpj or self.reason or self.wrong)


@dataclass(frozen=True)
class Compared:
    """An answer beside the file that was sent; each person of it is counted once."""

    rows: tuple[Row, ...]
    waiting: int

    @property
    def taken(self) -> tuple[Row, ...]:
        """Give one row for each person who is answered."""
        found = {row.entry: row for row in self.rows if row.entry and not row.wrong}
        return tuple(row for row in found.values() if not row.is_empty)

    @property
    def accepted(self) -> int:
        """Count who has a membership."""
        return sum(bool(row.kpj) for row in self.taken)

    @property
    def refused(self) -> int:
        """Count who was refused with a reason."""
        return len(self.taken) - self.accepted

    @property
    def silent(self) -> int:
        """Count who was sent and is not answered; they may be sent again."""
        return self.waiting - len(self.taken)

    @property
    def wrong(self) -> tuple[Row, ...]:
        """Give the rows that cannot be taken."""
        return tuple(row for row in self.rows if row.wrong)


def compare(*, by: Scope, enrolment: Enrolment, content: bytes, name: str) -> Compared:
    """Read an answer and match it to who waits in the file; raises InputRefused.

    Every row is either taken, empty, or told with the reason why it cannot be taken.
    """
    access.check_enrols(by=by, scheme=enrolment.scheme)
    table = preview.table_of(content, HEADS, NEEDED, name=name, most=MOST_ROWS)
    sent = _sent(enrolment)
    read = [_row(line, cells, sent) for line, cells in table.rows]
    return Compared(tuple(_once(read)), len(sent.waiting))


@dataclass(frozen=True)
class _Sent:
    """Who stands in a file: by NIK, and by its first fifteen digits."""

    waiting: dict[int, int]
    answered: frozenset[int]
    starting: dict[int, list[int]]


def _sent(enrolment: Enrolment) -> _Sent:
    people = Entry.objects.filter(enrolment=enrolment).exclude(nik=None)
    waiting: dict[int, int] = {}
    answered = set()
    starting: dict[int, list[int]] = defaultdict(list)
    for number, nik, state in people.values_list("pk", "nik", "state").order_by("pk"):
        assert nik is not None  # people without a number were left out
        starting[nik // 10].append(nik)
        if state == "budgeted":
            waiting[nik] = number
        else:
            answered.add(nik)
    return _Sent(waiting, frozenset(answered), starting)


def _row(line: int, cells: dict[str, str], sent: _Sent) -> Row:
    written, kpj = cells["nik"], cells["kpj"].removesuffix(DECIMAL)
    reason = cells.get("reason", "")
    nik, why = _nik(written, sent)
    if not why and nik not in sent.waiting:
        why = DONE if nik in sent.answered else STRANGER
    if not why and not _is_kpj(kpj):
        why = BAD_KPJ
    entry = sent.waiting.get(nik) if nik else None
    return Row(line, _hidden(written, nik), entry, kpj, reason, why)


def _hidden(written: str, nik: int | None) -> str:
    """Show a NIK masked, also one that cannot be read."""
    if nik is not None:
        return mask(nik)
    return written[:SHOWN] + "•" * max(len(written) - SHOWN, 0)


def _nik(written: str, sent: _Sent) -> tuple[int | None, str]:
    """Read a NIK; one kept as a number may have lost its last digit."""
    bare = written.removesuffix(DECIMAL)
    read = read_nik(bare)
    if read.value is None or bare == written or read.value % 10:
        return read.value, read.note
    like = sent.starting.get(read.value // 10, [])
    if len(like) > 1:
        return read.value, ROUNDED
    return (like[0] if like else read.value), ""


def _is_kpj(kpj: str) -> bool:
    """Tell whether a membership number is none, or one that a cell kept whole."""
    return not kpj or (len(kpj) <= LONGEST_KPJ and kpj.replace("-", "").isalnum())


def _once(rows: Sequence[Row]) -> list[Row]:
    """Tell rows apart that answer one person in two ways."""
    said: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for row in rows:
        if row.entry and not row.is_empty:
            said[row.entry].add((row.kpj, "" if row.kpj else row.reason))
    return [
        Row(row.line, row.nik, row.entry, row.kpj, row.reason, row.wrong or TWICE)
        if row.entry and len(said[row.entry]) > 1
        else row
        for row in rows
    ]


def answers(enrolment: Enrolment, told: Sequence[Sequence[object]]) -> list[Answered]:
    """Give rows of (person, KPJ, reason) as the act takes them, by today's NIK."""
    people = Entry.objects.filter(enrolment=enrolment).exclude(nik=None)
    niks = dict(people.values_list("pk", "nik"))
    return [
        Answered(nik, str(kpj), str(reason))
        for number, kpj, reason in told
        if isinstance(number, int) and (nik := niks.get(number)) is not None
    ]
