"""A verdict: what one person decided about one pair that the engine left open.

Verdicts are only added. Whoever changes their mind adds another; undoing adds an
entry that takes one back. The database refuses to change or remove any of them.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from naungan.casework.accounts.models import Institution, User
from naungan.casework.review.kinds import KINDS, PERSON, SUBJECTS, UNDONE


class Verdict(models.Model):
    """One entry: a verdict on a pair, or the undoing of an earlier one.

    The pair is `number` (of a person or an employer) and `partner` (a KPJ, or the NPP of
    a registered employer). `sources` names the rows that were looked at, by the hash
    of their file and their place in it, so that the verdict holds however persons are
    numbered; the number holds when a corrected file takes the place of those rows.
    """

    region_code = models.CharField("wilayah potret", max_length=13, blank=True)
    place_code = models.CharField("kode wilayah", max_length=13, blank=True)
    run = models.PositiveIntegerField("dilihat pada proses ke-")
    subject = models.CharField(
        "tentang", max_length=10, choices=[(code, code) for code in SUBJECTS]
    )
    number = models.BigIntegerField("nomor")
    partner = models.CharField("pasangan", max_length=60)
    sources = models.JSONField("baris sumber", default=list)
    kind = models.CharField(
        "putusan",
        max_length=20,
        choices=[(one.code, one.label) for one in KINDS.values()],
    )
    note = models.CharField("catatan", max_length=500, blank=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    decided_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="diputus oleh"
    )
    decided_at = models.DateTimeField("diputus", auto_now_add=True)
    undoes = models.OneToOneField(
        "self",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="undone_by",
        verbose_name="mengurungkan",
    )

    class Meta:
        verbose_name = "putusan"
        verbose_name_plural = "putusan"
        ordering = ("pk",)
        indexes: ClassVar = [
            models.Index(
                fields=("region_code", "subject", "number", "partner"),
                name="review_verdict_pair",
            ),
            models.Index(fields=("region_code", "run"), name="review_verdict_run"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind=UNDONE, undoes__isnull=False)
                | (~Q(kind=UNDONE) & Q(undoes__isnull=True)),
                name="%(app_label)s_%(class)s_undoes",
            ),
            models.CheckConstraint(
                condition=~Q(kind__endswith="_person") | Q(subject=PERSON),
                name="%(app_label)s_%(class)s_of_persons",
            ),
            models.CheckConstraint(
                condition=~Q(kind__endswith="_employer") | ~Q(subject=PERSON),
                name="%(app_label)s_%(class)s_of_employers",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} {self.number} {self.partner}"
