"""`naungan law arrears`: what is owed on a day, and what that leads to."""

from naungan.question_command import question_command


command = question_command(
    "arrears",
    "Tunggakan pada satu hari: iuran, denda, golongan, akibat, dan rencana cicilan.",
)
