"""Budgets, bills and payments: people by rate by month, each month once."""

from datetime import date
from typing import Final

from django.db import connection, transaction
from django.db.models import Count, QuerySet, Sum

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access, amounts
from naungan.casework.protection.checks.turns import take_turn
from naungan.casework.protection.models import (
    Billing,
    Budget,
    Entry,
    PaidMonth,
    Scheme,
)
from naungan.casework.protection.states import BILLED
from naungan.law.book import enacted


MOST_IDR: Final = 10**15


def set_budget(
    *,
    by: Scope,
    scheme: Scheme,
    year: int,
    ceiling_idr: int,
    document: str = "",
    village_code: str = "",
) -> Budget:
    """Write how much a fiscal year may use, of the fund or of one village's budget."""
    access.check_funds(by=by, scheme=scheme)
    if year not in {part.year for part in amounts.by_year(scheme)}:
        raise ActRefused("Skema ini tidak membayar pada tahun anggaran itu.")
    if not 0 <= ceiling_idr < MOST_IDR:
        raise ActRefused("Pagu ditulis dalam rupiah.")
    with transaction.atomic():
        budget, _ = Budget.objects.update_or_create(
            scheme=scheme,
            year=year,
            village_code=village_code,
            defaults={
                "institution_id": scheme.institution_id,
                "ceiling_idr": ceiling_idr,
                "document": document.strip(),
                "recorded_by_id": by.user_id,
                "recorded_at": clock.stamp(clock.today()),
            },
        )
        _record(by, "set", budget.scheme, year=year, ceiling_idr=ceiling_idr)
    return budget


def budget_people(*, by: Scope, scheme: Scheme, village_code: str = "") -> int:
    """Put the decided people into the budget of the first year, as far as it reaches.

    In the order of the list; whoever it does not reach stays decided. Gives how many.
    A ceiling of the whole scheme pays for nobody of a village that has its own.
    """
    access.check_funds(by=by, scheme=scheme)
    first = amounts.by_year(scheme)[0]
    budget = _budget(scheme, first.year, village_code)
    if budget is None:
        raise ActRefused("Tulis dahulu pagu tahun pertamanya.")
    with transaction.atomic():
        take_turn(scheme, village_code)
        named = Entry.objects.filter(budget=budget).exclude(state="decided").count()
        room = budget.ceiling_idr // first.each_idr - named if first.each_idr else 0
        waiting = _of_village(scheme, budget.village_code or village_code)
        if not budget.village_code:
            waiting = waiting.exclude(village_code__in=_with_own(scheme, first.year))
        lines = waiting.filter(state="decided").order_by("village_code", "position")
        chosen = list(lines.values_list("pk", flat=True)[: max(room, 0)])
        Entry.objects.filter(pk__in=chosen).update(state="budgeted", budget=budget)
        _record(by, "budget", scheme, people=len(chosen), year=first.year)
    return len(chosen)


def _budget(scheme: Scheme, year: int, village_code: str) -> Budget | None:
    """Find the village's own budget, else that of the whole scheme."""
    found = Budget.objects.filter(
        scheme=scheme, year=year, village_code__in={"", village_code}
    )
    return found.order_by("-village_code").first()


def _with_own(scheme: Scheme, year: int) -> QuerySet[Budget, str]:
    """Give the villages whose own budget pays for them in a year."""
    own = Budget.objects.filter(scheme=scheme, year=year).exclude(village_code="")
    return own.order_by().values_list("village_code", flat=True)


def _of_village(scheme: Scheme, village_code: str) -> QuerySet[Entry]:
    lines = Entry.objects.filter(scheme=scheme)
    return lines.filter(village_code=village_code) if village_code else lines


def bill(
    *,
    by: Scope,
    scheme: Scheme,
    from_month: int,
    until_month: int,
    code: str = "",
    village_code: str = "",
) -> Billing:
    """Bill everybody enrolled for these months, each month of a person once.

    Whoever another bill names for a month is left out of it, in this scheme and in any
    other: the database keeps one row for a NIK and month. Of whoever died nothing is
    billed after the month of the death.
    """
    access.check_funds(by=by, scheme=scheme)
    if not scheme.from_month <= from_month <= until_month <= scheme.until_month:
        raise ActRefused("Bulan tagihan di luar bulan skema.")
    rates = amounts.rates_idr(scheme, from_month, until_month)
    with transaction.atomic():
        billing = Billing.objects.create(
            scheme=scheme,
            institution_id=scheme.institution_id,
            village_code=village_code,
            code=code.strip(),
            from_month=from_month,
            until_month=until_month,
            people=0,
            amount_idr=0,
            law_version=enacted().version,
            due_on=amounts.due_on(scheme, until_month),
            made_by_id=by.user_id,
        )
        _add_months(billing, rates)
        _sum_up(billing)
        _record(by, "bill", scheme, people=billing.people, amount=billing.amount_idr)
    return billing


def _add_months(billing: Billing, rates: dict[int, int]) -> None:
    """Write the months of a bill by one statement; a month billed before stays out."""
    with connection.cursor() as cursor:
        cursor.execute(
            """INSERT INTO protection_paidmonth (entry_id, billing_id, scheme_id,
                institution_id, village_code, nik, month, fund, amount_idr)
            SELECT entry.id, %(billing)s, entry.scheme_id, entry.institution_id,
                entry.village_code, entry.nik, rate.month, %(fund)s, rate.amount
            FROM protection_entry entry CROSS JOIN
                unnest(%(months)s::int[], %(amounts)s::bigint[]) AS rate(month, amount)
            WHERE entry.scheme_id = %(scheme)s AND entry.state = ANY(%(states)s)
                AND (%(village)s = '' OR entry.village_code = %(village)s)
                AND rate.month >= coalesce(entry.first_month, rate.month)
                AND (entry.died_on IS NULL OR rate.month <= date_part('year',
                    entry.died_on) * 12 + date_part('month', entry.died_on) - 1)
            ON CONFLICT DO NOTHING""",
            {
                "billing": billing.pk,
                "scheme": billing.scheme_id,
                "village": billing.village_code,
                "fund": billing.scheme.fund,
                "months": list(rates),
                "amounts": list(rates.values()),
                "states": list(BILLED),
            },
        )


def _sum_up(billing: Billing) -> None:
    months = PaidMonth.objects.filter(billing=billing)
    billing.people = months.values("entry").distinct().count()
    billing.amount_idr = months.aggregate(sum=Sum("amount_idr"))["sum"] or 0
    if not billing.people:
        raise ActRefused("Tidak ada peserta terdaftar yang belum ditagih di bulan itu.")
    billing.save(update_fields=["people", "amount_idr"])


def pay(
    *,
    by: Scope,
    billing: Billing,
    paid_on: date,
    amount_idr: int,
    reference: str,
    today: date,
) -> None:
    """Record that a bill was paid, whole; its people are covered for those months."""
    access.check_funds(by=by, scheme=billing.scheme)
    access.check_day(paid_on, today)
    with transaction.atomic():
        locked = Billing.objects.select_for_update().get(pk=billing.pk)
        _check_open(locked)
        if amount_idr != locked.amount_idr:
            raise ActRefused("Jumlah yang dibayar tidak sama dengan tagihan.")
        locked.paid_on, locked.reference = paid_on, reference.strip()
        locked.save(update_fields=["paid_on", "reference"])
        _cover(locked)
        locked.months.update(paid_on=paid_on)
        _record(by, "pay", locked.scheme, billing=locked.pk, amount=amount_idr)
    billing.refresh_from_db()


def _cover(billing: Billing) -> None:
    """Count whoever a bill names as paid; most were paid for an earlier month."""
    with connection.cursor() as cursor:
        cursor.execute(
            """UPDATE protection_entry entry SET state = 'paid'
            WHERE entry.scheme_id = %s AND entry.state = 'enrolled' AND EXISTS (
                SELECT FROM protection_paidmonth month
                WHERE month.billing_id = %s AND month.entry_id = entry.id)""",
            [billing.scheme_id, billing.pk],
        )


def void(*, by: Scope, billing: Billing) -> None:
    """Take back a bill that was not paid; its months may be billed again."""
    access.check_funds(by=by, scheme=billing.scheme)
    with transaction.atomic():
        locked = Billing.objects.select_for_update().get(pk=billing.pk)
        _check_open(locked)
        locked.months.all().delete()
        locked.voided_at = clock.stamp(clock.today())
        locked.save(update_fields=["voided_at"])
        _record(by, "withdraw", locked.scheme, billing=locked.pk)
    billing.refresh_from_db()


def unpay_after(entry: Entry, month: int) -> None:
    """Take a person out of bills that are not paid, for the months after one."""
    later = entry.months.filter(paid_on=None, month__gt=month)
    bills = set(later.values_list("billing_id", flat=True))
    later.delete()
    for billing in Billing.objects.filter(pk__in=bills):
        months = PaidMonth.objects.filter(billing=billing)
        told = months.aggregate(
            sum=Sum("amount_idr"), people=Count("entry", distinct=True)
        )
        billing.people, billing.amount_idr = told["people"], told["sum"] or 0
        billing.voided_at = None if billing.people else clock.stamp(clock.today())
        billing.save(update_fields=["people", "amount_idr", "voided_at"])


def _check_open(billing: Billing) -> None:
    if billing.paid_on is not None or billing.voided_at is not None:
        raise ActRefused("Tagihan ini sudah dibayar atau dibatalkan.")


def _record(by: Scope, verb: str, scheme: Scheme, **details: object) -> None:
    act.record(by=by, verb=verb, noun="scheme_money", noun_id=scheme.pk, **details)
