"""Verbs of the register of regional texts, and of the duties of Inpres 2/2021."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, catalogue
from naungan.casework.coordination.models import PolicyDuty, PolicyInstrument
from naungan.casework.coordination.models.policies import MARKS
from naungan.casework.correspondence import papers
from naungan.casework.protection.numbering import read_number
from naungan.lib import regions


@dataclass(frozen=True, kw_only=True)
class PolicyNote:
    """What is known of a regional text; a day that was not printed whole stays empty."""

    kind: str
    title: str
    issuer: str
    region_code: str
    number: str = ""
    year: int | None = None
    issued_on: date | None = None
    in_force_on: date | None = None
    expires_on: date | None = None
    scope: str = ""
    addressees: str = ""
    url: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """Give what the table keeps, with what the number itself says."""
        given = {
            name: value.strip() if isinstance(value, str) else value
            for name, value in asdict(self).items()
        }
        read = read_number(self.number)
        issued = self.issued_on or self.in_force_on
        given["year"] = self.year or read.year or (issued.year if issued else None)
        return {**given, "office": read.office, "month": read.month}


def note_policy(
    *, by: Scope, note: PolicyNote, paper: tuple[str, bytes] | None = None
) -> PolicyInstrument:
    """Enter a regional text into the register, with its file if there is one."""
    check_power(by=by, power="keep_meetings")
    columns = note.columns
    _check(by, note)
    same = PolicyInstrument.objects.filter(
        **{name: columns[name] for name in ("region_code", "kind", "number", "year")}
    )
    if columns["number"] and same.exists():
        raise ActRefused("Aturan dengan nomor ini sudah tercatat.")
    with transaction.atomic():
        row = PolicyInstrument.objects.create(
            institution_id=by.institution_id,
            noted_by_id=by.user_id,
            **columns,
            **_kept(by, paper),
        )
        act.record(
            by=by, verb="record", noun="policy", noun_id=row.pk, number=row.number
        )
    return row


def change_policy(
    *,
    by: Scope,
    policy: PolicyInstrument,
    note: PolicyNote,
    replaced_by: PolicyInstrument | None = None,
) -> PolicyInstrument:
    """Correct what is known of a text, or say which one took its place."""
    check_power(by=by, power="keep_meetings")
    if policy.institution_id != by.institution_id:
        raise ActRefused("Aturan ini dicatat lembaga lain.")
    _check(by, note)
    if replaced_by is not None and replaced_by.pk == policy.pk:
        raise ActRefused("Suatu aturan tidak menggantikan dirinya sendiri.")
    with transaction.atomic():
        columns = {**note.columns, "replaced_by": replaced_by}
        for name, value in columns.items():
            setattr(policy, name, value)
        policy.save(update_fields=list(columns))
        act.record(by=by, verb="change", noun="policy", noun_id=policy.pk)
    return policy


def _check(by: Scope, note: PolicyNote) -> None:
    access.check_said(note.title, _("Tulis tentang apa aturannya."))
    access.check_said(note.issuer, _("Tulis siapa yang menerbitkannya."))
    access.check_text(note.number, note.scope, note.addressees)
    access.check_words("policy_kinds", (note.kind or " ",))
    access.check_region(by=by, region_code=note.region_code)
    begins, ends = note.in_force_on, note.expires_on
    if begins is not None and ends is not None and ends < begins:
        raise ActRefused("Hari berakhirnya mendahului hari berlakunya.")


def _kept(by: Scope, paper: tuple[str, bytes] | None) -> dict[str, str]:
    if paper is None:
        return {}
    kept = papers.store(
        institution_id=by.institution_id, name=paper[0], content=paper[1]
    )
    return {"paper": kept.sha256, "paper_name": kept.name}


def mark_duty(
    *,
    by: Scope,
    duty: str,
    region_code: str,
    state: str,
    evidence: str,
    noted_on: date,
    url: str = "",
    policy: PolicyInstrument | None = None,
) -> PolicyDuty:
    """Say what was seen of a duty in a region on a day; earlier marks stay as history."""
    check_power(by=by, power="keep_meetings")
    charged = catalogue.words("duties").get(duty)
    if charged is None or state not in MARKS:
        raise ActRefused("Pilih kewajiban dan keadaannya dari daftar.")
    access.check_own_region(by=by, region_code=region_code)
    access.check_said(evidence, _("Tulis buktinya: apa yang terlihat, dan di mana."))
    region = regions.by_code(region_code)
    if region is None or region.level not in charged.of["levels"]:
        raise ActRefused("Kewajiban ini bukan kewajiban wilayah itu.")
    with transaction.atomic():
        row = PolicyDuty.objects.create(
            institution_id=by.institution_id,
            duty=duty,
            region_code=region_code,
            state=state,
            evidence=evidence.strip(),
            url=url.strip(),
            policy=policy,
            noted_on=noted_on,
            noted_by_id=by.user_id,
        )
        act.record(
            by=by, verb="mark", noun="policy_duty", noun_id=row.pk, duty=duty, to=state
        )
    return row
