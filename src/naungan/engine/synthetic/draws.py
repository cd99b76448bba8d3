"""Chance as a pure function: the same seed, stream and id give the same draw.

Nothing here has state. A draw depends on the world's seed, the name of what is
drawn and the integer id of whom it is drawn for, so a population can be made in
chunks of any size, in any order and on any number of processes.
"""

import hashlib

import numpy as np
import numpy.typing as npt


U64 = npt.NDArray[np.uint64]
I64 = npt.NDArray[np.int64]
F64 = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
MIX_1 = np.uint64(0xBF58476D1CE4E5B9)
MIX_2 = np.uint64(0x94D049BB133111EB)
SHIFTS = (np.uint64(30), np.uint64(27), np.uint64(31))
MANTISSA = np.uint64(11)
UNIT = 2.0**-53


def key_of(seed: int, stream: str) -> np.uint64:
    """Turn a seed and the name of a stream into the 64-bit key of its draws."""
    digest = hashlib.blake2b(f"{seed}/{stream}".encode(), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest, "big"))


def bits(seed: int, stream: str, ids: I64) -> U64:
    """Draw 64 random bits for every id (the splitmix64 finaliser)."""
    z = ids.astype(np.uint64, copy=True)
    z *= GOLDEN
    z += key_of(seed, stream)
    z ^= z >> SHIFTS[0]
    z *= MIX_1
    z ^= z >> SHIFTS[1]
    z *= MIX_2
    z ^= z >> SHIFTS[2]
    return z


def uniform(seed: int, stream: str, ids: I64) -> F64:
    """Draw a number in [0, 1) for every id."""
    drawn: F64 = (bits(seed, stream, ids) >> MANTISSA).astype(np.float64) * UNIT
    return drawn


def happens(seed: int, stream: str, ids: I64, rate: float | F64) -> Bools:
    """Say for every id whether an event of this rate befalls it."""
    befallen: Bools = uniform(seed, stream, ids) < rate
    return befallen


def below(seed: int, stream: str, ids: I64, limit: int | I64) -> I64:
    """Draw a whole number in [0, limit) for every id."""
    drawn: I64 = (uniform(seed, stream, ids) * limit).astype(np.int64)
    return drawn


def choose(cumulative: F64, drawn: F64) -> I64:
    """Turn uniform draws into indices with the given cumulative weights."""
    scaled = drawn * cumulative[-1]
    found = np.searchsorted(cumulative, scaled, side="right")
    chosen: I64 = np.minimum(found, len(cumulative) - 1).astype(np.int64)
    return chosen


def cumulated(weights: F64 | list[float]) -> F64:
    """Cumulate weights for `choose`."""
    total: F64 = np.cumsum(np.asarray(weights, dtype=np.float64))
    return total


def zipf(count: int, exponent: float = 1.0, flat: float = 2.0) -> F64:
    """Cumulate the weights of `count` ranked words as Zipf and Mandelbrot saw them."""
    return cumulated((np.arange(count, dtype=np.float64) + flat) ** -exponent)
