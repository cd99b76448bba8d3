"""People who asked to be erased are hidden in every snapshot, old ones included."""

from typing import ClassVar

from django.db import migrations, models

from naungan.casework.accounts.row_security import guard


class Migration(migrations.Migration):
    """Add the tombstones."""

    dependencies: ClassVar = [("intake", "0001_initial")]
    operations: ClassVar = [
        migrations.CreateModel(
            name="Tombstone",
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
                    "region_code",
                    models.CharField("kode wilayah", max_length=13, blank=True),
                ),
                ("person_id", models.BigIntegerField("nomor orang")),
                ("at", models.DateTimeField("saat", auto_now_add=True)),
                ("reason", models.CharField("alasan", max_length=200)),
            ],
            options={
                "verbose_name": "orang tersembunyi",
                "verbose_name_plural": "orang tersembunyi",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region_code", "person_id"),
                        name="intake_tombstone_once",
                    )
                ],
            },
        ),
        # Only the owner, at the terminal, hides people and shows them again.
        *guard("intake_tombstone", sees="true", writes="false"),
    ]
