"""A paper of a claim: handed in, or not needed and why."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.benefits.models.claim import Claim


class ClaimPaper(models.Model):
    """One kind of paper of a claim; its copy lies in `HOME.papers` where one was made.

    A paper that is taken back stays, with the moment in which it was.
    """

    claim = models.ForeignKey(
        Claim, models.PROTECT, related_name="papers", verbose_name="klaim"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    code = models.CharField("jenis berkas", max_length=40)
    received_on = models.DateField("diterima", null=True, blank=True)
    waived_reason = models.CharField(
        "tidak diperlukan karena", max_length=300, blank=True
    )
    name = models.CharField("nama berkas", max_length=200, blank=True)
    sha256 = models.CharField("sidik", max_length=64, blank=True)
    size = models.PositiveIntegerField("byte", default=0)
    mime = models.CharField("jenis isi", max_length=100, blank=True)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)
    added_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditambahkan oleh"
    )
    voided_at = models.DateTimeField("dicabut", null=True, blank=True)

    class Meta:
        verbose_name = "berkas klaim"
        verbose_name_plural = "berkas klaim"
        ordering = ("claim", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("claim", "code"),
                condition=Q(voided_at__isnull=True),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=Q(received_on__isnull=False, waived_reason="")
                | Q(received_on__isnull=True) & ~Q(waived_reason=""),
                name="%(app_label)s_%(class)s_in_or_waived",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.code}"
