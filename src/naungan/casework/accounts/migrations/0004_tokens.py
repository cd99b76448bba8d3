"""Keys with which programs ask, and how often each asker asked."""

from typing import ClassVar

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from naungan.casework.accounts.row_security import EVERYWHERE, HERE, TOKEN, guard


class Migration(migrations.Migration):
    """Lay both tables; a key is seen by its institution and by whoever holds it."""

    dependencies: ClassVar = [("accounts", "0003_holding")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="RequestCount",
            fields=[
                (
                    "key",
                    models.CharField(
                        max_length=64,
                        primary_key=True,
                        serialize=False,
                        verbose_name="sidik penanya",
                    ),
                ),
                ("minute", models.BigIntegerField(verbose_name="menit")),
                ("count", models.PositiveIntegerField(verbose_name="banyaknya")),
            ],
            options={
                "verbose_name": "hitungan permintaan",
                "verbose_name_plural": "hitungan permintaan",
            },
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="dipakai untuk")),
                (
                    "hash",
                    models.CharField(
                        editable=False,
                        max_length=64,
                        unique=True,
                        verbose_name="sidik",
                    ),
                ),
                (
                    "start",
                    models.CharField(
                        editable=False, max_length=16, verbose_name="awalan"
                    ),
                ),
                (
                    "powers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        size=None,
                        verbose_name="wewenang",
                    ),
                ),
                (
                    "region_code",
                    models.CharField(
                        blank=True, max_length=13, verbose_name="kode wilayah"
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(auto_now_add=True, verbose_name="dibuat"),
                ),
                ("expires_at", models.DateTimeField(verbose_name="berlaku sampai")),
                (
                    "last_used_at",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="terakhir dipakai"
                    ),
                ),
                (
                    "revoked_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="dicabut"),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens_made",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dibuat oleh",
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "revoked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens_revoked",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="dicabut oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "kunci API",
                "verbose_name_plural": "kunci API",
                "ordering": ("-created_at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            revoked_at__isnull=True, revoked_by__isnull=True
                        )
                        | models.Q(revoked_at__isnull=False, revoked_by__isnull=False),
                        name="accounts_apitoken_revoked_pair",
                    )
                ],
            },
        ),
        *guard(
            "accounts_apitoken",
            sees=f"institution_id = {HERE} OR {EVERYWHERE} OR hash = {TOKEN}",
            writes=f"institution_id = {HERE} OR {EVERYWHERE}",
        ),
    ]
