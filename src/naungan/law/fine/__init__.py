"""The fine for paying late, and the fine for not registering truthfully.

The late fine is a share of a month's contribution for every month of delay,
counted from its due day. The administrative fine is a share of what should have
been paid, from the end of the second written warning.
"""

from naungan.law.fine.fields import FIELDS
from naungan.law.fine.question import answer


__all__ = ["FIELDS", "answer"]
