from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Publication",
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
                    models.CharField(max_length=13, verbose_name="kode wilayah"),
                ),
                ("month", models.IntegerField(verbose_name="bulan")),
                ("run", models.PositiveIntegerField(verbose_name="proses ke-")),
                (
                    "folder",
                    models.CharField(
                        max_length=200, unique=True, verbose_name="folder"
                    ),
                ),
                ("published_at", models.DateTimeField(verbose_name="terbit")),
                ("invented", models.BooleanField(default=False, verbose_name="rekaan")),
                (
                    "sample",
                    models.BooleanField(default=False, verbose_name="contoh kecil"),
                ),
                ("remark", models.TextField(blank=True, verbose_name="keterangan")),
                (
                    "law_version",
                    models.CharField(max_length=16, verbose_name="versi hukum"),
                ),
            ],
            options={
                "verbose_name": "potret terbit",
                "verbose_name_plural": "potret terbit",
                "ordering": ("region_code", "-month", "-run"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("region_code", "run"), name="intake_publication_run"
                    )
                ],
            },
        ),
    ]
