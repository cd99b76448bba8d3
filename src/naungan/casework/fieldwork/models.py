"""A dispatch hands uncovered workers to an officer; each is an assignment with visits.

The worker is named by the number that the snapshots of a region give them; nothing
else of the worker is copied here. A visit is never changed: a correction is a visit
that replaces another.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.fieldwork.outcomes import OUTCOMES
from naungan.casework.fieldwork.states import OPEN, STATES


class Dispatch(models.Model):
    """One act of assigning: which officer, from which place, by which day."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    region_code = models.CharField("kode wilayah", max_length=13)
    officer = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="petugas"
    )
    due_on = models.DateField("batas waktu")
    assigned_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="ditugaskan oleh"
    )
    assigned_at = models.DateTimeField("ditugaskan", default=timezone.now)

    class Meta:
        verbose_name = "surat tugas lapangan"
        verbose_name_plural = "surat tugas lapangan"
        ordering = ("-assigned_at",)
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "officer"), name="fieldwork_dispatch_whose"
            )
        ]

    def __str__(self) -> str:
        return f"{self.officer} · {self.region_code} · {self.due_on}"


class Assignment(models.Model):
    """One worker for an officer to visit.

    `series` is the region whose snapshots number the worker, `status_then` the
    status measured when the assignment was made.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    dispatch = models.ForeignKey(
        Dispatch, models.PROTECT, related_name="assignments", verbose_name="surat tugas"
    )
    series = models.CharField("wilayah potret", max_length=13, blank=True)
    person_id = models.BigIntegerField("nomor orang")
    village_code = models.CharField("kode desa", max_length=13, blank=True)
    status_then = models.CharField("status saat ditugaskan", max_length=20)
    state = models.CharField(
        "keadaan",
        max_length=10,
        default="assigned",
        choices=list(STATES.items()),
    )
    ended_at = models.DateTimeField("berakhir", null=True, blank=True)

    class Meta:
        verbose_name = "penugasan lapangan"
        verbose_name_plural = "penugasan lapangan"
        ordering = ("village_code", "person_id", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("institution", "series", "person_id"),
                condition=Q(state__in=OPEN),
                name="%(app_label)s_%(class)s_one_open",
            ),
            models.CheckConstraint(
                condition=Q(state__in=OPEN, ended_at__isnull=True)
                | Q(~Q(state__in=OPEN), ended_at__isnull=False),
                name="%(app_label)s_%(class)s_ended_pair",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=("institution", "series", "person_id"),
                name="fieldwork_assignment_person",
            ),
            models.Index(
                fields=("institution", "series", "village_code"),
                name="fieldwork_assignment_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.person_id}"


class Visit(models.Model):
    """What came of one visit, as somebody recorded it; it is never changed."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    assignment = models.ForeignKey(
        Assignment, models.PROTECT, related_name="visits", verbose_name="penugasan"
    )
    visited_on = models.DateField("tanggal kunjungan")
    outcome = models.CharField(
        "hasil",
        max_length=20,
        choices=[(one.code, one.label) for one in OUTCOMES.values()],
    )
    proof = models.CharField("bukti", max_length=200, blank=True)
    note = models.CharField("catatan", max_length=500, blank=True)
    recorded_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )
    recorded_at = models.DateTimeField("dicatat", default=timezone.now)
    replaces = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replaced_by",
        verbose_name="memperbaiki",
    )

    class Meta:
        verbose_name = "kunjungan"
        verbose_name_plural = "kunjungan"
        ordering = ("recorded_at", "pk")

    def __str__(self) -> str:
        return f"{self.visited_on} {self.outcome}"
