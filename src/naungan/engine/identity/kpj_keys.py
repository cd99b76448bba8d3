"""By which number a membership is found again: no scan of the extract.

The last digits of a KPJ spread evenly and are a number, so that a table in their order
can be cut into parts. Two memberships may share a key: the KPJ itself is compared too.
"""

from typing import Final


DIGITS: Final = 9
SPAN: Final = 10**6
"""Keys of one slice, when the table is put in order: there are at most a thousand."""


def kpj_key(kpj: str) -> str:
    """Write the key of a KPJ in SQL; 0 where it does not end in a number."""
    return f"coalesce(abs(TRY_CAST(right({kpj}, {DIGITS}) AS INTEGER)), 0)"
