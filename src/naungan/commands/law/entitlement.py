"""`naungan law entitlement`: what seems due and was not claimed, and what may fail."""

from naungan.question_command import question_command


command = question_command(
    "entitlement",
    "Yang tampaknya belum diklaim, atau yang membuat klaim gagal bila terjadi hari itu.",
)
