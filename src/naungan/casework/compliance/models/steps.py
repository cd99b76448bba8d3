"""Steps of the ladder as they were taken in a case."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models.cases import Case
from naungan.casework.compliance.models.ladders import TermOverlay
from naungan.casework.compliance.states import STEP
from naungan.casework.correspondence.models import Letter


class StepTaken(models.Model):
    """A step of `law/steps` taken against the employer of a case.

    `institution` is whoever took it, `ends_on` the last day of its term, `term` that
    term in words of both languages. `skipped` are the steps left out before it, with
    `reason`, which also says why it was taken early.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="steps", verbose_name="kasus"
    )
    step = models.CharField("langkah", max_length=40)
    track = models.CharField(
        "jalur", max_length=24, choices=kinds.choices(kinds.TRACKS)
    )
    taken_on = models.DateField("diambil pada")
    ends_on = models.DateField("tenggang berakhir", null=True, blank=True)
    term = models.JSONField("tenggang", default=dict)
    decided_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="diputus oleh",
    )
    decided_at = models.DateTimeField("diputus", default=timezone.now)
    reason = models.CharField("alasan", max_length=500, blank=True)
    skipped = ArrayField(
        models.CharField(max_length=40),
        default=list,
        blank=True,
        verbose_name="dilewati",
    )
    overlay = models.ForeignKey(
        TermOverlay,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tenggang daerah",
    )
    letter = models.ForeignKey(
        Letter,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="surat",
    )
    law = models.JSONField("dasar hukum", default=list)
    state = models.CharField(
        "keadaan", max_length=10, default=STEP.first, choices=STEP.choices
    )
    closed_on = models.DateField("selesai pada", null=True, blank=True)
    closed_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diselesaikan oleh",
    )
    closing_text = models.CharField("keterangan", max_length=500, blank=True)

    class Meta:
        verbose_name = "langkah kasus"
        verbose_name_plural = "langkah kasus"
        ordering = ("taken_on", "pk")
        indexes: ClassVar = [
            models.Index(fields=("case", "taken_on"), name="compliance_step_of_case"),
            models.Index(
                fields=("ends_on",),
                condition=Q(state="standing"),
                name="compliance_step_runs_out",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.step} {self.taken_on}"
