"""A claim is reported: by its village, a branch, or whoever told the branch of it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final

from django.db import IntegrityError, transaction

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.benefits import access, known
from naungan.casework.benefits.actions.writing import move, note
from naungan.casework.benefits.models import Claim
from naungan.casework.protection.models import Entry
from naungan.lib.identity_numbers import read_nik


OF_ENTRY: Final = ("village_code", "nik", "name", "birth_date", "sex", "kpj")


@dataclass(frozen=True, kw_only=True)
class Report:
    """What is said when somebody died or was hurt; the NIK as it was typed."""

    event: str
    event_on: date
    told_on: date
    told_by: str
    teller: str = ""
    phone: str = ""
    place: str = ""
    account: str = ""
    nik: str = ""
    name: str = ""
    birth_date: date | None = None
    sex: str = ""
    village_code: str = ""
    kpj: str = ""
    fund: str = "unknown"
    employer_name: str = ""
    npp: str = ""


def report(
    *,
    by: Scope,
    report: Report,
    today: date,
    entry: Entry | None = None,
    branch: int | None = None,
) -> Claim:
    """Write down what happened; the branch that pays there has it at once.

    Where several branches serve a place, `branch` names the one that takes it.
    Of somebody on the list of a scheme the list says who they are, who pays for them
    and since when; the law is asked with that until somebody corrects it.
    """
    given = _given(report) if entry is None else _listed(report, entry)
    access.check_reports(by=by, village_code=given["village_code"])
    access.check_day(report.event_on, today)
    access.check_day(report.told_on, today, after=report.event_on)
    if not given["name"]:
        raise ActRefused("Tulis namanya.")
    pays = access.branch_of(by=by, village_code=given["village_code"], chosen=branch)
    try:
        with transaction.atomic():
            claim = Claim.objects.create(
                institution=pays,
                reported_by_id=by.institution_id,
                entry=entry,
                made_by_id=by.user_id,
                **given,
            )
            note(by=by, claim=claim, verb="report", on=report.told_on)
            if pays.pk == by.institution_id:
                move(by=by, claim=claim, verb="receive", on=report.told_on)
    except IntegrityError as error:
        if "dies_once" not in str(error):
            raise
        raise ActRefused(
            "Kematian orang dengan NIK ini sudah dilaporkan di kantor ini."
        ) from error
    return claim


def _given(report: Report) -> dict[str, Any]:
    """Take a person as they are told of; a NIK that cannot be read is asked for again."""
    found = asdict(report)
    read = read_nik(report.nik)
    if report.nik.strip() and read.value is None:
        raise ActRefused("NIK tidak terbaca; tulis 16 angkanya.")
    return {**found, "nik": read.value, "name": " ".join(report.name.split())}


def _listed(report: Report, entry: Entry) -> dict[str, Any]:
    scheme = entry.scheme
    return {
        **asdict(report),
        **{name: getattr(entry, name) for name in OF_ENTRY},
        "scheme": scheme,
        "sponsor_id": scheme.institution_id,
        "fund": scheme.fund,
        "facts": known.facts_of(entry, report.event_on),
    }


def receive(*, by: Scope, claim: Claim, today: date) -> Claim:
    """Take a report on at the branch: from now on papers are collected."""
    access.check_keeps(by=by, claim=claim)
    with transaction.atomic():
        return move(by=by, claim=claim, verb="receive", on=today)


def withdraw(*, by: Scope, claim: Claim, reason: str, today: date) -> Claim:
    """Take a report back that was a mistake; it stays on record."""
    access.check_writes(by=by, claim=claim)
    access.check_reason(reason)
    with transaction.atomic():
        return move(by=by, claim=claim, verb="withdraw", on=today, text=reason)
