"""What a scheme may cost, what was sent to be enrolled, billed and paid, month by month."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.protection.funds import FUNDS
from naungan.casework.protection.models.scheme import Scheme


class Budget(models.Model):
    """How much of a scheme's fund a fiscal year may use, whole or for one village."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="budgets", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    year = models.PositiveSmallIntegerField("tahun anggaran")
    ceiling_idr = models.BigIntegerField("pagu")
    document = models.CharField("dokumen anggaran", max_length=200, blank=True)
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "anggaran"
        verbose_name_plural = "anggaran"
        ordering = ("scheme", "year", "village_code")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "year", "village_code"),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=Q(ceiling_idr__gte=0), name="%(app_label)s_%(class)s_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.year}"


class Enrolment(models.Model):
    """A file of people sent to BPJS Ketenagakerjaan, and what came back."""

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="enrolments", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    number = models.PositiveIntegerField("kiriman ke-")
    people = models.PositiveIntegerField("orang")
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    returned_at = models.DateTimeField("kembali", null=True, blank=True)
    accepted = models.PositiveIntegerField("diterima", default=0)
    refused = models.PositiveIntegerField("ditolak", default=0)

    class Meta:
        verbose_name = "pendaftaran"
        verbose_name_plural = "pendaftaran"
        ordering = ("scheme", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "number"), name="%(app_label)s_%(class)s_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id}/{self.number}"


class Billing(models.Model):
    """One contribution code: who is billed for which months, and when it was paid.

    `village_code` is the village that pays from its own budget, "" where the fund of
    the scheme pays. The amount is the sum of its months.
    """

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="billings", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    code = models.CharField("kode iuran", max_length=40, blank=True)
    from_month = models.IntegerField("dari bulan")  # year * 12 + month - 1
    until_month = models.IntegerField("sampai bulan")  # year * 12 + month - 1
    people = models.PositiveIntegerField("orang")
    amount_idr = models.BigIntegerField("tagihan")
    law_version = models.CharField("versi hukum", max_length=64)
    due_on = models.DateField("jatuh tempo", null=True, blank=True)
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    paid_on = models.DateField("dibayar", null=True, blank=True)
    reference = models.CharField("bukti bayar", max_length=100, blank=True)
    voided_at = models.DateTimeField("dibatalkan", null=True, blank=True)

    class Meta:
        verbose_name = "tagihan"
        verbose_name_plural = "tagihan"
        ordering = ("scheme", "from_month", "village_code", "pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_month__gte=F("from_month")),
                name="%(app_label)s_%(class)s_months",
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True) | Q(voided_at__isnull=True),
                name="%(app_label)s_%(class)s_paid_or_void",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.from_month}-{self.until_month}"


class PaidMonth(models.Model):
    """One person and month that a fund was billed for; paid where `paid_on` says so.

    Of one NIK and month there is one row in the whole office, whichever institution
    wrote it: nobody is paid for twice.
    """

    entry = models.ForeignKey(
        "protection.Entry", models.PROTECT, related_name="months", verbose_name="orang"
    )
    billing = models.ForeignKey(
        Billing, models.PROTECT, related_name="months", verbose_name="tagihan"
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="+", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    nik = models.BigIntegerField("NIK", null=True, blank=True)
    month = models.IntegerField("bulan")  # year * 12 + month - 1
    fund = models.CharField(
        "dana", max_length=20, choices=[(one.code, one.label) for one in FUNDS.values()]
    )
    amount_idr = models.BigIntegerField("iuran")
    paid_on = models.DateField("dibayar", null=True, blank=True)

    class Meta:
        verbose_name = "bulan terbayar"
        verbose_name_plural = "bulan terbayar"
        ordering = ("entry", "month")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("nik", "month"), name="%(app_label)s_%(class)s_never_twice"
            ),
            models.UniqueConstraint(
                fields=("entry", "month"), name="%(app_label)s_%(class)s_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("scheme", "month", "village_code"),
                name="protection_month_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.month}"
