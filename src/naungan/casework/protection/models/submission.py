"""What a village proposes: the meeting behind its list, and who signed and sent it on."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from naungan.casework.accounts.models import Institution, User
from naungan.casework.correspondence.models import Letter
from naungan.casework.protection.models.scheme import Scheme
from naungan.casework.protection.submission_states import SUBMISSIONS


class Submission(models.Model):
    """A village's proposal: prepared by its clerk, signed and sent on by its head.

    `people` and `list_sha256` are the list as it was sent on, so that later changes
    are seen. `letter` is the covering letter.
    """

    scheme = models.ForeignKey(
        Scheme, models.PROTECT, related_name="submissions", verbose_name="skema"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="+", verbose_name="lembaga"
    )
    village_code = models.CharField("kode desa", max_length=13)
    state = models.CharField(
        "keadaan", max_length=10, default="prepared", choices=list(SUBMISSIONS.items())
    )
    held_on = models.DateField("tanggal musyawarah")
    place = models.CharField("tempat", max_length=200)
    leader = models.CharField("dipimpin oleh", max_length=200, blank=True)
    attended = models.PositiveIntegerField("yang hadir")
    countersigners = models.TextField("yang ikut menandatangani", blank=True)
    prepared_at = models.DateTimeField("disiapkan", default=timezone.now)
    prepared_by = models.ForeignKey(
        User, models.PROTECT, related_name="+", verbose_name="disiapkan oleh"
    )
    forwarded_at = models.DateTimeField("diteruskan", null=True, blank=True)
    forwarded_by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="diteruskan oleh",
    )
    people = models.PositiveIntegerField("orang", null=True, blank=True)
    list_sha256 = models.CharField("sidik daftar", max_length=64, blank=True)
    letter = models.ForeignKey(
        Letter,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="surat pengantar",
    )
    returned_at = models.DateTimeField("dikembalikan", null=True, blank=True)
    return_reason = models.CharField("alasan dikembalikan", max_length=300, blank=True)

    class Meta:
        verbose_name = "usulan desa"
        verbose_name_plural = "usulan desa"
        ordering = ("scheme", "village_code", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=("scheme", "village_code"),
                condition=~Q(state="decided"),
                name="%(app_label)s_%(class)s_one_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme_id} {self.village_code}"
