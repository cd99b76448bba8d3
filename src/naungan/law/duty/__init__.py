"""What an employer or a participant owes by law, and which step may follow.

Which programmes are obligatory, which duties are met or broken and since when,
which step of each track of enforcement is open and by when, what its letter must
say, and what a service counter would be told.
"""

from naungan.law.duty.fields import FIELDS
from naungan.law.duty.question import answer


__all__ = ["FIELDS", "answer"]
