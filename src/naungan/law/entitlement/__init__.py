"""What seems due and was never claimed, or what would make a claim fail."""

from naungan.law.entitlement.question import FIELDS, answer


__all__ = ["FIELDS", "answer"]
