import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Seal",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="saat")),
                ("looks", models.PositiveIntegerField(verbose_name="banyaknya")),
                (
                    "first_look",
                    models.BigIntegerField(null=True, verbose_name="yang pertama"),
                ),
                (
                    "last_look",
                    models.BigIntegerField(null=True, verbose_name="yang terakhir"),
                ),
                (
                    "previous_hash",
                    models.CharField(
                        editable=False, max_length=64, verbose_name="sidik sebelumnya"
                    ),
                ),
                (
                    "hash",
                    models.CharField(
                        editable=False, max_length=64, unique=True, verbose_name="sidik"
                    ),
                ),
            ],
            options={
                "verbose_name": "segel",
                "verbose_name_plural": "segel",
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Act",
            fields=[
                (
                    "id",
                    models.BigIntegerField(
                        editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="saat")),
                ("verb", models.CharField(max_length=60, verbose_name="perbuatan")),
                ("noun", models.CharField(max_length=60, verbose_name="jenis benda")),
                (
                    "noun_id",
                    models.CharField(max_length=60, verbose_name="nomor benda"),
                ),
                ("details", models.JSONField(default=dict, verbose_name="rincian")),
                (
                    "previous_hash",
                    models.CharField(
                        editable=False, max_length=64, verbose_name="sidik sebelumnya"
                    ),
                ),
                (
                    "hash",
                    models.CharField(
                        editable=False, max_length=64, unique=True, verbose_name="sidik"
                    ),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "perbuatan",
                "verbose_name_plural": "perbuatan",
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["noun", "noun_id"], name="audit_act_noun")
                ],
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(verbose_name="saat")),
                ("noun", models.CharField(max_length=60, verbose_name="jenis benda")),
                (
                    "noun_id",
                    models.CharField(max_length=60, verbose_name="nomor benda"),
                ),
                ("purpose", models.CharField(max_length=200, verbose_name="keperluan")),
                (
                    "unmasked",
                    models.BooleanField(default=False, verbose_name="NIK dibuka"),
                ),
                ("rows", models.PositiveIntegerField(default=1, verbose_name="baris")),
                (
                    "institution",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="accounts.institution",
                        verbose_name="lembaga",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="oleh",
                    ),
                ),
            ],
            options={
                "verbose_name": "penglihatan",
                "verbose_name_plural": "penglihatan",
                "ordering": ("id",),
                "indexes": [
                    models.Index(fields=["noun", "noun_id"], name="audit_look_noun")
                ],
            },
        ),
    ]
