"""`naungan law fine`: what a late payment or a sanction costs."""

from naungan.question_command import question_command


command = question_command(
    "fine",
    "Denda keterlambatan satu iuran, atau denda administratif, menurut pasal apa.",
)
