"""A case that is over waits for nobody, and has no term that could run out."""

from typing import ClassVar, Final

from django.db import migrations, models


OVER: Final = """
    UPDATE compliance_case SET waits_for = 'nobody', due_on = NULL
    WHERE state <> 'open'"""
BACK: Final = """
    UPDATE compliance_case SET waits_for = 'us' WHERE waits_for = 'nobody'"""


class Migration(migrations.Migration):
    """Offer the new word, and say it of the cases that ended before."""

    dependencies: ClassVar = [("compliance", "0005_visits_not_made_yet")]
    operations: ClassVar = [
        migrations.AlterField(
            model_name="case",
            name="waits_for",
            field=models.CharField(
                choices=[
                    ("us", "langkah kita"),
                    ("employer", "pemberi kerja"),
                    ("reply", "jawaban yang belum dipertimbangkan"),
                    ("other_institution", "lembaga lain"),
                    ("nobody", "tidak menunggu siapa pun"),
                ],
                default="us",
                max_length=20,
                verbose_name="menunggu",
            ),
        ),
        migrations.RunSQL(OVER, BACK),
    ]
