"""What an employer answers, the papers of a case, and links to hand them in."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models.cases import Case
from naungan.casework.compliance.models.steps import StepTaken
from naungan.casework.compliance.models.visits import VisitRecord
from naungan.casework.compliance.states import REPLY


class UploadLink(models.Model):
    """A way in for the employer's answer, without an account; known by its hash only."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="links", verbose_name="kasus"
    )
    code_hash = models.CharField("sidik kode", max_length=64, unique=True)
    expires_at = models.DateTimeField("berlaku sampai")
    made_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="dibuat oleh"
    )
    made_at = models.DateTimeField("dibuat", auto_now_add=True)
    uses = models.PositiveSmallIntegerField("dipakai", default=0)
    revoked_at = models.DateTimeField("dicabut", null=True, blank=True)

    class Meta:
        verbose_name = "tautan unggah"
        verbose_name_plural = "tautan unggah"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.expires_at:%Y-%m-%d}"


class Reply(models.Model):
    """An answer of the employer to a case, and what the office made of it."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, related_name="replies", verbose_name="kasus"
    )
    step = models.ForeignKey(
        StepTaken,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name="atas langkah",
    )
    link = models.ForeignKey(
        UploadLink,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="replies",
        verbose_name="tautan",
    )
    received_on = models.DateField("diterima pada")
    received_at = models.DateTimeField("dicatat", default=timezone.now)
    received_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dicatat oleh",
    )
    text = models.TextField("isi", blank=True)
    via = models.CharField("lewat", max_length=10, choices=kinds.choices(kinds.VIA))
    sender_name = models.CharField("pengirim", max_length=200, blank=True)
    state = models.CharField(
        "keadaan", max_length=12, default=REPLY.first, choices=REPLY.choices
    )
    considered_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="dipertimbangkan oleh",
    )
    considered_at = models.DateTimeField("dipertimbangkan", null=True, blank=True)
    consideration = models.TextField("pertimbangan", blank=True)

    class Meta:
        verbose_name = "jawaban"
        verbose_name_plural = "jawaban"
        ordering = ("received_on", "pk")
        indexes: ClassVar = [
            models.Index(fields=("case", "state"), name="compliance_reply_of_case"),
            models.Index(
                fields=("received_on",),
                condition=Q(state="in"),
                name="compliance_reply_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id} {self.received_on}"


class Paper(models.Model):
    """A file of a case; its bytes lie in `HOME.papers` under the institution and hash."""

    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    case = models.ForeignKey(
        Case,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name="kasus",
    )
    reply = models.ForeignKey(
        Reply,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name="jawaban",
    )
    visit = models.ForeignKey(
        VisitRecord,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name="kunjungan",
    )
    kind = models.CharField("jenis", max_length=10, choices=kinds.choices(kinds.PAPERS))
    name = models.CharField("nama berkas", max_length=200)
    sha256 = models.CharField("sidik", max_length=64)
    size = models.BigIntegerField("byte")
    mime = models.CharField("jenis isi", max_length=100)
    added_at = models.DateTimeField("ditambahkan", default=timezone.now)
    added_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ditambahkan oleh",
    )

    class Meta:
        verbose_name = "berkas kasus"
        verbose_name_plural = "berkas kasus"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
