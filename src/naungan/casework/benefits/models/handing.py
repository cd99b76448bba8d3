"""The hand-over of what was paid: when, where, by whom, to whom, paid for by whom."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.benefits.models.claim import Claim
from naungan.casework.correspondence.models import Letter


class HandOver(models.Model):
    """A hand-over, with or without a ceremony; one for a claim."""

    claim = models.OneToOneField(
        Claim, models.PROTECT, related_name="hand_over", verbose_name="klaim"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    held_on = models.DateField("tanggal")
    place = models.CharField("tempat", max_length=200)
    occasion = models.CharField("acara", max_length=200, blank=True)
    official = models.CharField("diserahkan oleh", max_length=200)
    position = models.CharField("jabatannya", max_length=200, blank=True)
    receiver = models.CharField("penerima", max_length=200, blank=True)
    relation = models.CharField("hubungan penerima", max_length=12, blank=True)
    funder = models.CharField("penanggung iuran", max_length=200)
    amount_idr = models.BigIntegerField("jumlah")
    letter = models.ForeignKey(
        Letter,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="berita acara",
    )
    made_at = models.DateTimeField("dicatat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "penyerahan"
        verbose_name_plural = "penyerahan"
        ordering = ("-held_on", "-pk")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(amount_idr__gte=0), name="%(app_label)s_%(class)s_positive"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.held_on}"
