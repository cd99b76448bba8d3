"""Counts that the database keeps by itself, so that no page counts hundreds of thousands."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from naungan.casework.accounts.models import Institution
from naungan.casework.protection.models.money import Billing
from naungan.casework.protection.models.scheme import Scheme
from naungan.casework.protection.states import STATES


class Tally(models.Model):
    """How many lines of a list are in one state; written with the lines, never by hand.

    `covered` were covered when they were checked; of `ranked` the decile is known, and
    of `better` it lies above the poor, as long as somebody pays for them.
    """

    scheme = models.ForeignKey(
        Scheme, models.CASCADE, related_name="+", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    roster = models.CharField("daftar", max_length=100, blank=True)
    state = models.CharField("keadaan", max_length=10, choices=list(STATES.items()))
    people = models.IntegerField("orang")
    covered = models.IntegerField("terlindungi saat diperiksa", default=0)
    ranked = models.IntegerField("desilnya diketahui", default=0)
    better = models.IntegerField("desil di atas yang miskin", default=0)

    class Meta:
        verbose_name = "hitungan daftar"
        verbose_name_plural = "hitungan daftar"
        ordering = ("scheme", "village_code", "roster", "state")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "village_code", "roster", "state"),
                name="%(app_label)s_%(class)s_once",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("scheme", "state"),
                condition=Q(people__gt=0),
                name="protection_tally_turn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.state} {self.people}"


class BilledMonth(models.Model):
    """How many people a bill names for one month, and for how much; kept like a tally."""

    billing = models.ForeignKey(
        Billing, models.CASCADE, related_name="by_month", verbose_name="tagihan"
    )
    scheme = models.ForeignKey(
        Scheme, models.CASCADE, related_name="+", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.CASCADE, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    fund = models.CharField("dana", max_length=20)
    month = models.IntegerField("bulan")  # year * 12 + month - 1
    people = models.IntegerField("orang")
    amount_idr = models.BigIntegerField("iuran")

    class Meta:
        verbose_name = "hitungan bulan tagihan"
        verbose_name_plural = "hitungan bulan tagihan"
        ordering = ("billing", "month")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("billing", "month"), name="%(app_label)s_%(class)s_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=("scheme", "month"), name="protection_billed_month"),
        ]

    def __str__(self) -> str:
        return f"{self.billing_id} {self.month}"
