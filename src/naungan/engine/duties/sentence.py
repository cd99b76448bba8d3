"""SQL that writes numbers the Indonesian way, for the sentences of findings."""

from naungan.lib.programmes import BITS


def number(value: str) -> str:
    """Write a whole number with dots between the thousands."""
    return f"format('{{:t.}}', {value})"


def rupiah(value: str) -> str:
    """Write an amount as Rp1.234.567."""
    return f"'Rp' || {number(value)}"


def programmes(bits: str) -> str:
    """Write a set of programmes as JKK+JKM."""
    from_bits = (
        f"CASE WHEN ({bits}) & {bit} > 0 THEN '{code}' END"
        for code, bit in BITS.items()
    )
    return f"concat_ws('+', {', '.join(from_bits)})"


def without_wage(count: str) -> str:
    """Say how many people the amount leaves out, or nothing."""
    return f"""CASE WHEN {count} > 0 THEN ' (' || {number(count)}
        || ' pekerja tanpa data upah belum dihitung)' ELSE '' END"""
