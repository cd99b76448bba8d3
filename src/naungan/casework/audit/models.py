"""The log of acts and the log of looks; the database itself refuses any change.

An act is chained by its hash to the act before it, in the transaction that did
it. Looks are many, so they are sealed in blocks, each chained to the block
before. A seal keeps the hash of its looks: when these are pruned for their age, the
seal still proves what it held, and an act says that they were. The triggers that do
so are in the migrations.
"""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from naungan.casework.accounts.models import Institution, User


class Act(models.Model):
    """One act: who, for which institution, which verb on what, with which details."""

    id = models.BigIntegerField(primary_key=True, editable=False)
    at = models.DateTimeField("saat")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="oleh"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, related_name="+", verbose_name="lembaga"
    )
    verb = models.CharField("perbuatan", max_length=60)
    noun = models.CharField("jenis benda", max_length=60)
    noun_id = models.CharField("nomor benda", max_length=60)
    details = models.JSONField("rincian", default=dict)
    previous_hash = models.CharField("sidik sebelumnya", max_length=64, editable=False)
    hash = models.CharField("sidik", max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = "perbuatan"
        verbose_name_plural = "perbuatan"
        ordering = ("id",)
        indexes: ClassVar = [
            models.Index(fields=("noun", "noun_id"), name="audit_act_noun")
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.noun} {self.noun_id}"


class Things(models.Func):
    """The numbers of everything that one look saw, apart."""

    function = "string_to_array"
    output_field = ArrayField(models.TextField())

    def __init__(self, expression: str = "noun_id") -> None:
        """Part the numbers at the commas between them."""
        super().__init__(expression, models.Value(","))


class Look(models.Model):
    """One look at people or other guarded things: who, what, why, how much.

    A look at a list names everybody on it: `noun_id` holds their numbers with commas
    between them.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField("saat")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="oleh"
    )
    institution = models.ForeignKey(
        Institution, models.PROTECT, null=True, related_name="+", verbose_name="lembaga"
    )
    noun = models.CharField("jenis benda", max_length=60)
    noun_id = models.TextField("nomor benda")
    purpose = models.CharField("keperluan", max_length=240)
    unmasked = models.BooleanField("NIK dibuka", default=False)
    rows = models.PositiveIntegerField("baris", default=1)

    class Meta:
        verbose_name = "penglihatan"
        verbose_name_plural = "penglihatan"
        ordering = ("id",)
        indexes: ClassVar = [GinIndex(Things(), name="audit_look_things")]

    def __str__(self) -> str:
        return f"{self.noun} {self.noun_id}"


class Seal(models.Model):
    """A block of looks closed for good, chained to the block before."""

    id = models.BigIntegerField(primary_key=True, editable=False)
    at = models.DateTimeField("saat")
    looks = models.PositiveIntegerField("banyaknya")
    first_look = models.BigIntegerField("yang pertama", null=True)
    last_look = models.BigIntegerField("yang terakhir", null=True)
    content_hash = models.CharField(
        "sidik isi", max_length=64, editable=False, default="0" * 64
    )
    previous_hash = models.CharField("sidik sebelumnya", max_length=64, editable=False)
    hash = models.CharField("sidik", max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = "segel"
        verbose_name_plural = "segel"
        ordering = ("id",)

    def __str__(self) -> str:
        return f"segel {self.pk}"
