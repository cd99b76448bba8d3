"""What the wage of a month puts into an account: by which rates, up to which ceiling.

Each rate is rounded by itself, as it is when the contribution is paid. Months with
the same wage under the same values are reckoned once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from naungan.law.answer import Used
from naungan.law.reader import Read, Reader
from naungan.law.rounding import times
from naungan.lib.dates import month_end


@dataclass
class WageDeposits:
    """Makes deposits of wages, and keeps what it read of the law in `used`.

    rates: the paths of the rates that are paid. ceiling: the path of the highest
    wage that counts, where there is one; it is cited only if it bit.
    """

    reader: Reader
    rates: Sequence[str]
    ceiling: str | None = None
    used: dict[Used, None] = field(default_factory=dict)
    _made: dict[tuple[int, tuple[Decimal, ...]], int] = field(default_factory=dict)

    def of(self, month: int, wage: int) -> int:
        """Give the whole rupiah that the wage of a month (its index) puts in."""
        counts = self._capped(month, wage)
        read = [self.reader.at_month(path, month, Decimal) for path in self.rates]
        key = counts, tuple(one.value for one in read)
        if key not in self._made:
            self._made[key] = sum(self._paid(month, counts, rate) for rate in read)
        return self._made[key]

    def _capped(self, month: int, wage: int) -> int:
        if self.ceiling is None:
            return wage
        highest = self.reader.at_month(self.ceiling, month, int)
        if wage > highest.value:
            self.used[highest.used] = None
        return min(wage, highest.value)

    def _paid(self, month: int, wage: int, rate: Read[Decimal]) -> int:
        exact = times(wage, rate.value)
        amount, rounding = self.reader.rounded("contribution", month_end(month), exact)
        self.used.update(dict.fromkeys((rate.used, *rounding)))
        return amount
