"""Who is left behind: heirs, children, and a child's years of schooling that are paid."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from naungan.casework.accounts.models import Institution
from naungan.casework.benefits import kinds
from naungan.casework.benefits.models.claim import Claim
from naungan.law.benefit_fields import LEVELS


class Heir(models.Model):
    """Somebody who inherits; one of them receives the money."""

    claim = models.ForeignKey(
        Claim, models.PROTECT, related_name="heirs", verbose_name="klaim"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    name = models.CharField("nama", max_length=200, blank=True)
    relation = models.CharField(
        "hubungan", max_length=12, choices=kinds.choices(kinds.RELATIONS)
    )
    phone = models.CharField("telepon", max_length=30, blank=True)
    receives = models.BooleanField("menerima uangnya", default=False)

    class Meta:
        verbose_name = "ahli waris"
        verbose_name_plural = "ahli waris"
        ordering = ("claim", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("claim",),
                condition=Q(receives=True),
                name="%(app_label)s_%(class)s_one_receives",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.relation}"


class Child(models.Model):
    """A child of whoever died or was disabled, as the law asks about it."""

    claim = models.ForeignKey(
        Claim, models.PROTECT, related_name="children", verbose_name="klaim"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    name = models.CharField("nama", max_length=200, blank=True)
    birth_date = models.DateField("tanggal lahir", null=True, blank=True)
    level = models.CharField(
        "jenjang", max_length=8, choices=[(one, one) for one in LEVELS]
    )
    grade = models.PositiveSmallIntegerField("kelas", null=True, blank=True)
    from_year = models.PositiveSmallIntegerField("mulai tahun", null=True, blank=True)
    married = models.BooleanField("sudah menikah", default=False)
    working = models.BooleanField("sudah bekerja", default=False)

    class Meta:
        verbose_name = "anak"
        verbose_name_plural = "anak"
        ordering = ("claim", "pk")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.pk}"


class Tranche(models.Model):
    """One school year of one child that a scholarship pays, once it was asked for.

    `year` is None where no source tells in which calendar year it begins.
    """

    claim = models.ForeignKey(
        Claim, models.PROTECT, related_name="tranches", verbose_name="klaim"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    child = models.ForeignKey(
        Child, models.PROTECT, related_name="tranches", verbose_name="anak"
    )
    position = models.PositiveSmallIntegerField("urutan")
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    level = models.CharField("jenjang", max_length=8)
    grade = models.PositiveSmallIntegerField("kelas")
    amount_idr = models.BigIntegerField("jumlah")
    paid_on = models.DateField("dibayar", null=True, blank=True)
    reference = models.CharField("bukti bayar", max_length=100, blank=True)
    dropped_reason = models.CharField(
        "tidak dibayar karena", max_length=200, blank=True
    )

    class Meta:
        verbose_name = "tahun beasiswa"
        verbose_name_plural = "tahun beasiswa"
        ordering = ("claim", "child", "position")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("child", "position"), name="%(app_label)s_%(class)s_once"
            ),
            models.CheckConstraint(
                condition=Q(paid_on__isnull=True) | Q(dropped_reason=""),
                name="%(app_label)s_%(class)s_paid_or_dropped",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("year",),
                condition=Q(paid_on__isnull=True, dropped_reason=""),
                name="benefits_tranche_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.child_id} {self.position}"
