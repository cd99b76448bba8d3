"""How long what is kept about people stays, and the sweep of what is past its term."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final

from django.conf import settings

from naungan.casework.accounts import erasure
from naungan.casework.audit import actions as audit
from naungan.casework.benefits import erasure as claims
from naungan.casework.collection import erasure as collection
from naungan.casework.compliance import erasure as compliance
from naungan.casework.coordination import erasure as coordination
from naungan.casework.correspondence import erasure as correspondence
from naungan.casework.fieldwork import erasure as fieldwork
from naungan.casework.intake.running import pruning
from naungan.casework.protection import erasure as schemes
from naungan.casework.review import forgetting
from naungan.lib.errors import InputRefused


SHIPPED: Final = Path(__file__).with_name("retention.toml")


@dataclass(frozen=True)
class Term:
    """How long one kind of data stays; 0 days keep it for good."""

    code: str
    days: int
    title: str
    title_en: str

    def before(self, now: datetime) -> datetime | None:
        """Give the moment before which this kind of data is past its term."""
        return now - timedelta(days=self.days) if self.days else None


@dataclass(frozen=True)
class Sweep:
    """What one kind of data has past its term, and how it is removed."""

    term: Term
    count: Callable[[datetime], int]
    remove: Callable[[datetime], int]


def terms() -> dict[str, Term]:
    """Read every term, with what this office changed in its own file."""
    return read(Path(settings.HOME.path) / SHIPPED.name)


def read(own: Path) -> dict[str, Term]:
    """Read the shipped terms, and over them the days of an office's own file."""
    found = _shipped()
    if not own.exists():
        return found
    changed = tomllib.loads(own.read_text(encoding="utf-8"))
    strange = sorted(set(changed) - set(found))
    if strange:
        raise InputRefused(f"{own}: istilah {strange[0]} tidak dikenal.")
    return {
        code: _changed(own, term, changed.get(code)) for code, term in found.items()
    }


def _changed(own: Path, term: Term, given: dict[str, object] | None) -> Term:
    if given is None:
        return term
    days = given.get("days")
    if not isinstance(days, int) or days < 0:
        raise InputRefused(f"{own}: {term.code}.days seharusnya banyaknya hari.")
    return Term(term.code, days, term.title, term.title_en)


@cache
def _shipped() -> dict[str, Term]:
    content = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    return {code: Term(code, **given) for code, given in content.items()}


def sweeps() -> list[Sweep]:
    """Name everything that can be swept, in the order in which it is done."""
    found = terms()
    return [
        Sweep(found["people"], erasure.count_people, erasure.erase_people),
        Sweep(found["invitations"], erasure.count_invited, erasure.erase_invited),
        Sweep(found["sign_ins"], erasure.count_sign_ins, erasure.remove_sign_ins),
        Sweep(found["sessions"], erasure.count_sessions, erasure.remove_sessions),
        Sweep(found["jobs"], erasure.count_jobs, erasure.remove_jobs),
        Sweep(found["verdicts"], forgetting.count_verdicts, forgetting.remove_verdicts),
        Sweep(found["fieldwork"], fieldwork.count, fieldwork.remove),
        Sweep(found["letters"], correspondence.count, correspondence.remove),
        Sweep(found["cases"], compliance.count, collection.remove),
        Sweep(found["claims"], claims.count, claims.remove),
        Sweep(found["schemes"], schemes.count, schemes.remove),
        Sweep(found["meetings"], coordination.count, coordination.remove),
        Sweep(found["snapshots"], pruning.count_old, pruning.remove_old),
        Sweep(found["looks"], _count_looks, _prune_looks),
    ]


def _count_looks(before: datetime) -> int:
    return audit.prunable(before).looks


def _prune_looks(before: datetime) -> int:
    return audit.prune_looks(before).looks
