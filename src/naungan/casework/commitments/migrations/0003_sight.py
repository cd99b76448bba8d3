"""Who sees which promise, and since when the data say that it is met."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


STATES = [
    ("open", "berjalan"),
    ("kept", "dipenuhi"),
    ("dropped", "tidak dilanjutkan"),
    ("replaced", "digantikan"),
]


class Migration(migrations.Migration):
    """Make room; the next migration fills it."""

    dependencies: ClassVar = [
        ("accounts", "0004_tokens"),
        ("commitments", "0002_row_security"),
    ]
    operations: ClassVar = [
        migrations.AddField(
            model_name="commitment",
            name="met_on",
            field=models.DateField(blank=True, null=True, verbose_name="tercapai per"),
        ),
        migrations.AddField(
            model_name="commitment",
            name="came_late",
            field=models.BooleanField(default=False, verbose_name="tercapai terlambat"),
        ),
        migrations.AddIndex(
            model_name="commitment",
            index=models.Index(
                condition=models.Q(("owner_name", ""), _negated=True),
                fields=["owner_name"],
                name="commitments_named",
            ),
        ),
        migrations.CreateModel(
            name="Sight",
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
                (
                    "state",
                    models.CharField(
                        choices=STATES, max_length=10, verbose_name="keadaan"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(verbose_name="tahun dijanjikan"),
                ),
                ("due_on", models.DateField(null=True, verbose_name="jatuh tempo")),
                (
                    "region_code",
                    models.CharField(max_length=13, verbose_name="kode wilayah"),
                ),
                (
                    "is_met",
                    models.BooleanField(null=True, verbose_name="sasaran tercapai"),
                ),
                ("came_late", models.BooleanField(verbose_name="tercapai terlambat")),
                (
                    "is_open_ended",
                    models.BooleanField(verbose_name="tanpa ukuran lengkap"),
                ),
                (
                    "is_contradicted",
                    models.BooleanField(verbose_name="bertentangan dengan data"),
                ),
                (
                    "commitment",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sights",
                        to="commitments.commitment",
                        verbose_name="komitmen",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.institution",
                        verbose_name="lembaga penanggung jawab",
                    ),
                ),
                (
                    "viewer",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "waits_for",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.institution",
                        verbose_name="menunggu lembaga",
                    ),
                ),
            ],
            options={
                "verbose_name": "yang melihat komitmen",
                "verbose_name_plural": "yang melihat komitmen",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commitment", "viewer"),
                        name="commitments_sight_once",
                    )
                ],
                "indexes": [
                    models.Index(
                        fields=["viewer", "due_on", "commitment"],
                        include=(
                            *("id", "state", "year", "region_code", "owner"),
                            *("waits_for", "is_met", "came_late", "is_open_ended"),
                            "is_contradicted",
                        ),
                        name="commitments_seen_by",
                    )
                ],
            },
        ),
    ]
