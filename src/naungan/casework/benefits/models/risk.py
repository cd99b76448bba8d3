"""What would stand against a claim of somebody protected, if it happened on a day."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from naungan.casework.accounts.models import Institution
from naungan.casework.protection.models import Entry, Scheme


class Risk(models.Model):
    """One person of a scheme whose family would be refused, or paid less.

    `codes` are those of `risks.RISKS`; `is_refused` tells whether nothing but first
    help would be paid. Whoever would be paid in full has no row.
    """

    entry = models.OneToOneField(
        Entry, models.CASCADE, related_name="risk", verbose_name="orang"
    )
    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="+", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    codes = ArrayField(models.CharField(max_length=24), verbose_name="sebab")
    is_refused = models.BooleanField("ditolak")
    unpaid_months = models.PositiveSmallIntegerField("bulan belum dibayar", default=0)
    judged_on = models.DateField("dinilai pada")

    class Meta:
        verbose_name = "risiko klaim"
        verbose_name_plural = "risiko klaim"
        ordering = ("scheme", "village_code", "entry")
        indexes: ClassVar = [
            models.Index(
                fields=("scheme", "is_refused", "village_code", "entry"),
                name="benefits_risk_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}"


REFUSED, OTHERS = "refused", "others"
"""Beside the reasons: who would be refused, and who has another reason only."""


class RiskCount(models.Model):
    """How many people of a village in a scheme have one reason; written with the risks.

    `code` is that of a reason, or `refused` or `others`, which partition the people.
    """

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="+", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    code = models.CharField("sebab", max_length=24)
    people = models.PositiveIntegerField("orang")
    judged_on = models.DateField("dinilai pada")

    class Meta:
        verbose_name = "jumlah risiko klaim"
        verbose_name_plural = "jumlah risiko klaim"
        ordering = ("scheme", "village_code", "code")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "village_code", "code"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.village_code} {self.code}"
