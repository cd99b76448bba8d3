"""When people of many birth dates reach the retirement age: each date asked once."""

import numpy as np
from numpy.typing import NDArray

from naungan.law.old_age.retirement import retirement_of
from naungan.law.reader import Reader


Days = NDArray[np.datetime64]


def retirement_days(births: Days, reader: Reader) -> Days:
    """Give the day of retirement for every birth date (datetime64[D] both)."""
    distinct, place = np.unique(births.astype("datetime64[D]"), return_inverse=True)
    days = [retirement_of(one, reader).reached_on for one in distinct.tolist()]
    return np.array(days, dtype="datetime64[D]")[place]
