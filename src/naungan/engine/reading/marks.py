"""What marks a cell that could not be read, wherever its bytes came from."""

from typing import Final


LOST: Final = "\N{REPLACEMENT CHARACTER}"
# Spreadsheet errors and formulas without a result begin with a private letter, so that
# they are never taken for text and can be explained.
ERROR: Final = "\ue000"
NO_RESULT: Final = f"{ERROR}="
