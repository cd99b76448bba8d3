"""What exactness costs: the full bill of a million members, one case, the import.

    ./naungan bench law --members 1000000 --rounds 9

The exact columns run in turn with the same arithmetic in plain float NumPy. The
error of 32-bit floats is shown on the same million, by OpenFisca-core in an
environment made for it (or, where it cannot be installed, by float32 NumPy).
Everything invented.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from timing import ENVIRONMENT

from naungan.law.book import enacted
from naungan.law.columns.contribution import Plan, evaluate, plan_of
from naungan.law.columns.exact import NO_CAP
from naungan.law.contributions.pu import RISK_GROUPS
from naungan.law.kinds import answer
from naungan.law.reader import reader_of


HERE = Path(__file__).resolve().parent
MONTH = "2026-06"
PEER = "openfisca-core==46.0.1"
CASE = {"segment": "PU", "month": MONTH, "wage": "5000000", "risk_group": "low"}
MODULES = "import naungan.law.kinds, naungan.law.contribution"
FLOATS = {"64": np.float64, "32": np.float32}

Columns = dict[str, NDArray[Any]]


def plans() -> list[Plan]:
    """Read the plans of a month, one per risk group, all programmes."""
    stated = {"segment": "PU", "month": MONTH, "scale": "large", "wage": 1}
    reader = reader_of(enacted())
    return [plan_of({**stated, "risk_group": one}, reader) for one in RISK_GROUPS]


def rates_of(made: list[Plan]) -> dict[str, tuple[list[Fraction], int]]:
    """Give the ratios of every share by risk group, one where they agree, and its cap."""
    found: dict[str, tuple[list[Fraction], int]] = {}
    for place, term in enumerate(made[0].terms):
        ratios = [Fraction(plan.terms[place].ratio) for plan in made]
        cap = NO_CAP if term.cap is None else term.cap.value
        name = f"{term.programme.lower()}_{term.part}"
        found[name] = (ratios if len(set(ratios)) > 1 else ratios[:1], cap)
    return found


def in_floats(
    wage: NDArray[Any], risk: NDArray[Any], law: Mapping[str, Any], bits: str = "64"
) -> Columns:
    """Bill everybody as a script would: a rate times a column, rounded."""
    kind = FLOATS[bits]
    made: Columns = {}
    for name, (ratios, cap) in law.items():
        base = np.minimum(wage, kind(cap)) if cap != NO_CAP else wage
        rates = np.array([float(one) for one in ratios], dtype=kind)
        made[name] = np.rint(base * (rates[risk] if len(rates) > 1 else rates[0]))
    made["jkk_kept"] = made["jkk_employer"] - made["jkp_from_jkk"]
    for programme in ("jht", "jp"):
        made[f"{programme}_total"] = (
            made[f"{programme}_employer"] + made[f"{programme}_worker"]
        )
    made["jkp_total"] = (
        made["jkp_government"] + made["jkp_from_jkk"] + made["jkp_from_jkm"]
    )
    made["worker"] = made["jht_worker"] + made["jp_worker"]
    made["employer"] = (
        made["jkk_employer"]
        + made["jkm_employer"]
        + made["jht_employer"]
        + made["jp_employer"]
    )
    made["total"] = made["employer"] + made["worker"] + made["jkp_government"]
    return made


def one_by_one(
    wage: NDArray[Any], risk: NDArray[Any], law: Mapping[str, Any]
) -> Columns:
    """Bill everybody in Python's own whole numbers: slow, and the judge of both."""
    wages, risks = wage.tolist(), risk.tolist()
    made: Columns = {}
    for name, (ratios, cap) in law.items():
        pairs = [(2 * one.numerator, one.denominator) for one in ratios]
        pairs = pairs if len(pairs) > 1 else pairs * len(RISK_GROUPS)
        made[name] = np.array(
            [
                (min(base, cap) * pairs[group][0] + pairs[group][1])
                // (2 * pairs[group][1])
                for base, group in zip(wages, risks, strict=True)
            ]
        )
    return made


def interleaved(
    tasks: Mapping[str, Callable[[], Any]], rounds: int
) -> dict[str, list[float]]:
    """Time every task once per round, in turn, after one round unmeasured."""
    found: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            started = time.perf_counter()
            task()
            if number:
                found[name].append(time.perf_counter() - started)
    return found


def bill(wage: NDArray[Any], risk: NDArray[Any], rounds: int) -> None:
    """Compare exact columns with plain float NumPy on the same members."""
    made, floating = plans(), wage.astype(np.float64)
    law = rates_of(made)
    times = interleaved(
        {
            "exact": lambda: evaluate(made, risk, {"wage": wage}),
            "float64": lambda: in_floats(floating, risk, law),
        },
        rounds,
    )
    ratios = [a / b for a, b in zip(times["exact"], times["float64"], strict=True)]
    print(f"full bill of {len(wage):,} members, {rounds} rounds in turn")
    for name, seconds in times.items():
        middle, low = statistics.median(seconds), min(seconds)
        print(
            f"  {name:<10} median {1000 * middle:7.1f} ms   best {1000 * low:7.1f} ms"
        )
    print(f"  ratio      median {statistics.median(ratios):.2f}   (aim: at most 3)")


def errors(wage: NDArray[Any], risk: NDArray[Any]) -> None:
    """Print who is wrong by how much on the same members, us included."""
    made = plans()
    law = rates_of(made)
    truth = one_by_one(wage, risk, law)
    ours = evaluate(made, risk, {"wage": wage})
    print(
        f"error against whole-number arithmetic, share by share, {len(wage):,} members"
    )
    print(f"  {'':<34}{'wrong rows':>12}{'largest Rp':>12}{'of the sum Rp':>16}")
    report("exact columns", ours, truth)
    doubles = in_floats(wage.astype(np.float64), risk, law)
    report("float64 NumPy", doubles, truth)
    name, peer = single(wage, risk, law)
    report(name, peer, truth)


def report(name: str, found: Columns, truth: Columns) -> None:
    """Print rows with any wrong share, the largest error, and that of the whole sum."""
    wrong = np.zeros(len(next(iter(truth.values()))), dtype=bool)
    largest, summed = 0.0, 0
    for share, right in truth.items():
        off = np.abs(found[share].astype(np.float64) - right)
        wrong |= off > 0
        largest = max(largest, float(off.max(initial=0)))
        # The sum in the engine's own numbers: floats lose more there than in a row.
        summed += abs(int(found[share].sum()) - int(right.sum()))
    print(f"  {name:<34}{int(wrong.sum()):>12,}{largest:>12,.2f}{summed:>16,}")


def single(
    wage: NDArray[Any], risk: NDArray[Any], law: Mapping[str, Any]
) -> tuple[str, Columns]:
    """Bill everybody in 32-bit floats, by OpenFisca-core where it can be had."""
    with tempfile.TemporaryDirectory() as folder:
        peer = openfisca(Path(folder), wage, risk, law)
    if peer is not None:
        return peer
    narrow = in_floats(wage.astype(np.float32), risk, law, "32")
    return "float32 NumPy (no OpenFisca-core)", narrow


def openfisca(
    folder: Path, wage: NDArray[Any], risk: NDArray[Any], law: Mapping[str, Any]
) -> tuple[str, Columns] | None:
    """Run the peer in an environment of its own; None when it cannot be installed."""
    python = folder / "environment" / "bin" / "python"
    venv.create(folder / "environment", with_pip=True)
    install = [str(python), "-m", "pip", "install", "--quiet", PEER]
    if subprocess.run(install, check=False, stderr=subprocess.DEVNULL).returncode:
        return None
    np.save(folder / "wage.npy", wage)
    np.save(folder / "risk.npy", risk)
    stated = {
        "rates": {
            name: [float(one) for one in ratios] for name, (ratios, _) in law.items()
        },
        "caps": {
            name.split("_")[0]: cap for name, (_, cap) in law.items() if cap != NO_CAP
        },
    }
    (folder / "rates.json").write_text(json.dumps(stated), encoding="utf-8")
    script = [str(python), str(HERE / "peer_openfisca.py"), str(folder)]
    said = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    told = json.loads(said)
    name = f"{PEER.replace('==', ' ')} ({told['dtype']})"
    with np.load(folder / "openfisca.npz") as found:
        return name, dict(found)


def one_case(rounds: int) -> None:
    """Time one question with its whole trace, warm, and the import of the law."""
    answer("contribution", CASE)
    asked, written = [], []
    for _ in range(200 * rounds):
        started = time.perf_counter()
        answered = answer("contribution", CASE)
        asked.append(time.perf_counter() - started)
        answered.text()
        written.append(time.perf_counter() - started)
    print("one traced case, warm")
    print(
        f"  answered   median {1000 * statistics.median(asked):.2f} ms   (aim: at most 1)"
    )
    print(f"  and written        {1000 * statistics.median(written):.2f} ms")


def imports(rounds: int) -> None:
    """Time the import of what a question needs, beyond Python's own start.

    Processor time: unlike the clock, it does not count other work of the machine.
    """
    over = [processor(MODULES) - processor("pass") for _ in range(2 * rounds)]
    middle, low = 1000 * statistics.median(over), 1000 * min(over)
    print("import of the modules a question needs, beyond Python's start")
    print(
        f"  median {middle:.0f} ms, best {low:.0f} ms of processor   (aim: at most 60)"
    )


def processor(code: str) -> float:
    """Run a line in a Python of its own; give its processor seconds."""
    process = subprocess.Popen([sys.executable, "-c", code], env=ENVIRONMENT)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{code} failed with status {status}")
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Run all measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--without-peer", action="store_true")
    chosen = parser.parse_args()
    chance = np.random.default_rng(20260601)
    wage = chance.integers(1_500_000, 25_000_000, chosen.members)
    risk = chance.integers(0, len(RISK_GROUPS), chosen.members)
    bill(wage, risk, chosen.rounds)
    one_case(chosen.rounds)
    imports(chosen.rounds)
    if not chosen.without_peer:
        errors(wage, risk)


if __name__ == "__main__":
    main()
