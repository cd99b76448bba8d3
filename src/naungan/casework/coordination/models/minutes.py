"""Minutes and action plans in versions that do not change, and who approved which."""

from typing import ClassVar, Final

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.coordination.models.events import Event


MINUTES_KINDS: Final = {"minutes": "notulen", "action_plan": "rencana aksi"}
"""What is approved of an event."""

VERDICTS: Final = {"approve": "menyetujui", "object": "berkeberatan"}
"""What a party says of a version."""


class Minutes(models.Model):
    """One version of the minutes or of the action plan, word for word.

    `content` is everything that is printed, `sha256` the hash of its canonical text:
    what the parties approve. `signers` are the institutions that are asked, `letter`
    the code of the numbered paper once it was issued. `mailed_at` says when it went to
    the parties by mail, to `mailed_people` of them.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    event = models.ForeignKey(
        Event, models.PROTECT, related_name="minutes", verbose_name="kegiatan"
    )
    kind = models.CharField("jenis", max_length=11, choices=list(MINUTES_KINDS.items()))
    version = models.PositiveSmallIntegerField("versi")
    content = models.JSONField("isi")
    sha256 = models.CharField("sidik", max_length=64)
    signers = ArrayField(
        models.BigIntegerField(), default=list, verbose_name="penanda tangan"
    )
    letter = models.CharField("kode surat", max_length=12, blank=True)
    sent_on = models.DateField("dikirim", null=True, blank=True)
    mailed_at = models.DateTimeField("disurelkan", null=True, blank=True)
    mailed_people = models.PositiveIntegerField("penerima surel", default=0)
    made_at = models.DateTimeField("dibuat", default=timezone.now)
    made_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="dibuat oleh"
    )

    class Meta:
        verbose_name = "notulen"
        verbose_name_plural = "notulen"
        ordering = ("event", "kind", "-version")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("event", "kind", "version"),
                name="%(app_label)s_%(class)s_version",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.kind} {self.version}"


class Approval(models.Model):
    """What one party said of one version, by whom; with the scan of the signed page.

    It records that the party approved the version with this hash. It is no
    certified electronic signature.
    """

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    minutes = models.ForeignKey(
        Minutes, models.PROTECT, related_name="approvals", verbose_name="notulen"
    )
    sha256 = models.CharField("sidik yang disetujui", max_length=64)
    verdict = models.CharField("putusan", max_length=7, choices=list(VERDICTS.items()))
    reason = models.CharField("keberatan", max_length=500, blank=True)
    official_name = models.CharField("nama pejabat", max_length=200)
    official_position = models.CharField("jabatan", max_length=200)
    scan = models.CharField("sidik pindaian", max_length=64, blank=True)
    scan_name = models.CharField("nama pindaian", max_length=200, blank=True)
    approved_at = models.DateTimeField("saat", default=timezone.now)
    approved_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dicatat oleh"
    )

    class Meta:
        verbose_name = "persetujuan"
        verbose_name_plural = "persetujuan"
        ordering = ("minutes", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("minutes", "institution"),
                condition=Q(verdict="approve"),
                name="%(app_label)s_%(class)s_once",
            ),
            models.CheckConstraint(
                condition=~Q(verdict="object") | ~Q(reason=""),
                name="%(app_label)s_%(class)s_objects_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} {self.institution_id} {self.verdict}"
