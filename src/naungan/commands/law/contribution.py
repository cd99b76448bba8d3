"""`naungan law contribution`: what one participant costs for one month."""

from naungan.question_command import question_command


command = question_command(
    "contribution",
    "Iuran satu peserta untuk satu bulan: berapa, siapa membayar, menurut pasal apa.",
)
