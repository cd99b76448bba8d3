"""What an employer, or a self-employed participant, owes on a day.

Contributions of the unpaid months, the fines to that day, what part payments
settled, who pays benefits meanwhile, what is owed back where workers or wages
were not reported, and how instalments would run.
"""

from naungan.law.arrears.fields import FIELDS
from naungan.law.arrears.question import answer, answer_with_levies


__all__ = ["FIELDS", "answer", "answer_with_levies"]
