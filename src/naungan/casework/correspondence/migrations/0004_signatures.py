"""A letter that another than its maker signs counts once it is signed."""

from typing import ClassVar

from django.conf import settings
from django.db import migrations, models
from django.db.models import Q


SIGNED = Q(signed_on__isnull=False, signed_by__isnull=False) & ~Q(state="unsigned")


class Migration(migrations.Migration):
    """Keep who wrote a signature down, for which day; find what waits for one."""

    dependencies: ClassVar = [
        ("accounts", "0004_tokens"),
        ("correspondence", "0003_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.AddField(
            model_name="letter",
            name="signed_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=models.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="tanda tangan dicatat oleh",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="signed_on",
            field=models.DateField(
                blank=True, null=True, verbose_name="ditandatangani"
            ),
        ),
        migrations.AlterField(
            model_name="letter",
            name="state",
            field=models.CharField(
                choices=[
                    ("unsigned", "menunggu tanda tangan"),
                    ("issued", "dikeluarkan"),
                    ("sent", "dikirim"),
                    ("void", "dibatalkan"),
                ],
                default="issued",
                max_length=10,
                verbose_name="keadaan",
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                condition=Q(state="unsigned"),
                fields=["institution"],
                name="correspondence_letter_unsigned",
            ),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.CheckConstraint(
                condition=Q(signed_by__isnull=True, signed_on__isnull=True) | SIGNED,
                name="correspondence_letter_signed_pair",
            ),
        ),
    ]
