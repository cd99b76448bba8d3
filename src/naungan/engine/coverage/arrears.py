"""SQL for the months of one membership: unpaid ones, paid ones, as bits.

Two sources may speak: the payments file, about the months it covers and the
payers it names, and `paid_through` of the extract, about the rest. Where both
speak, the payments file is believed.
"""

_FURTHEST = 61
"""Bits of a BIGINT that may be set; older months are not looked at."""


def bits_below(number: str) -> str:
    """Give the bits 0 to number - 1; none when the number is not positive."""
    return f"((1::BIGINT << greatest(0, least({number}, {_FURTHEST}))) - 1)"


def arrears(*, with_payments: bool) -> str:
    """Count the due months unpaid; NULL where nothing was said about payment."""
    said = """CASE WHEN paid_through IS NOT NULL
            THEN greatest(0, due - greatest(paid_through, start_month - 1))
        WHEN start_month > due THEN 0 END"""
    if not with_payments:
        return said
    since = "coalesce(start_month, first_bill)"
    billed = (
        f"bit_count((unsettled >> due_offset) & {bits_below(f'due - {since} + 1')})"
    )
    silent = f"greatest(0, least(due, $file_end) - greatest(last_bill, {since} - 1))"
    later = f"""CASE WHEN paid_through IS NULL THEN 0 ELSE
        greatest(0, due - greatest($file_end, paid_through, {since} - 1)) END"""
    return f"""CASE WHEN settled IS NULL THEN {said}
        ELSE {billed} + {silent} + {later} END"""


def month_paid(*, with_payments: bool) -> str:
    """Tell whether the month of the run itself is paid."""
    said = "coalesce(paid_through >= month, false)"
    if not with_payments:
        return said
    return f"""CASE WHEN settled IS NULL THEN {said}
        ELSE (settled & 1) = 1 OR ({said} AND (unsettled & 1) = 0) END"""


def last_paid(*, with_payments: bool) -> str:
    """Give the last month known to be paid, or NULL."""
    if not with_payments:
        return "paid_through"
    return """CASE WHEN settled IS NULL THEN paid_through
        ELSE greatest(last_settled,
            CASE WHEN paid_through > $file_end THEN paid_through END) END"""


def active_months(*, with_payments: bool, months: int) -> str:
    """Give the months in which the membership was paid up, as seen today.

    Bit k is the month k before the run's; bit 0 follows the state. A membership
    without a start is taken to begin with what is first known about it.
    """
    said = f"""CASE WHEN rule = 'said_active'
            THEN {bits_below("month - coalesce(start_month, month) + 1")}
        WHEN arrears IS NULL THEN 0
        ELSE {bits_below("month - coalesce(start_month, least(paid_through, month)) + 1")}
            & ~{bits_below("due - greatest(paid_through, start_month - 1)")} END"""
    known = said
    if with_payments:
        known = f"CASE WHEN settled IS NULL THEN {said} ELSE {_billed_months()} END"
    shown = bits_below(str(months))
    return f"""((({known}) & {shown} & ~1::BIGINT)
        * (rule <> 'starts_later')::BIGINT
        | (rule IN ('ended_but_paid', 'paid_up', 'said_active'))::BIGINT)::USMALLINT"""


def _billed_months() -> str:
    """Shift the settled months by the due offset: paid then, covered since."""
    after_file = f"""({bits_below("month - $file_end")} & ~unsettled
        & ~{bits_below("coalesce(month - paid_through, 0)")})"""
    before_file = f"""(CASE WHEN start_month IS NULL THEN 0
        ELSE {bits_below(str(_FURTHEST))} & ~{bits_below("month - first_bill + 1")} END)"""
    first_months = f"""(CASE WHEN start_month IS NULL THEN 0
        ELSE {bits_below("month - start_month + 1")}
            & ~{bits_below("due - start_month + 1")} END)"""
    return f"""((((settled | {after_file} | {before_file}) >> due_offset)
        & {bits_below("month - coalesce(start_month, first_bill) + 1")})
        | {first_months})"""
