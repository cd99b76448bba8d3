"""The same bill of a month as an OpenFisca model: one variable per share, 32-bit floats.

Runs in an environment of its own. Reads wages, risk groups and rates (JSON) from a
folder and writes one array per share; nothing of Naungan is imported.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
from openfisca_core.entities import Entity
from openfisca_core.periods import MONTH
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable


FOLDER = Path(sys.argv[1])
RATES = json.loads((FOLDER / "rates.json").read_text(encoding="utf-8"))
PERIOD = "2026-06"

worker = Entity("worker", "workers", "", "")


def given(name: str, kind: type) -> type:
    """Make a variable that is only given."""
    body = {"value_type": kind, "entity": worker, "definition_period": MONTH}
    return type(name, (Variable,), {**body, "label": name})


def share(name: str, base: str, rate: str) -> type:
    """Make a variable that is a rate on a base, rounded to whole rupiah."""

    def formula(workers, period):
        rates = np.array(RATES["rates"][rate], dtype=np.float32)
        chosen = rates[workers("risk", period)] if len(rates) > 1 else rates[0]
        return np.rint(workers(base, period) * chosen)

    body = {"value_type": float, "entity": worker, "definition_period": MONTH}
    return type(name, (Variable,), {**body, "label": name, "formula": formula})


def limited(name: str, cap: str) -> type:
    """Make a variable that is the wage up to a cap."""

    def formula(workers, period):
        return np.minimum(workers("wage", period), RATES["caps"][cap])

    body = {"value_type": float, "entity": worker, "definition_period": MONTH}
    return type(name, (Variable,), {**body, "label": name, "formula": formula})


system = TaxBenefitSystem([worker])
system.add_variables(given("wage", float), given("risk", int))
system.add_variables(limited("jp_base", "jp"), limited("jkp_base", "jkp"))
bases = {"jp": "jp_base", "jkp": "jkp_base"}
for name in RATES["rates"]:
    system.add_variable(share(name, bases.get(name.split("_")[0], "wage"), name))

wages, risks = np.load(FOLDER / "wage.npy"), np.load(FOLDER / "risk.npy")
simulation = SimulationBuilder().build_default_simulation(system, count=len(wages))
simulation.set_input("wage", PERIOD, wages)
simulation.set_input("risk", PERIOD, risks)
started = time.perf_counter()
found = {name: simulation.calculate(name, PERIOD) for name in RATES["rates"]}
seconds = time.perf_counter() - started
np.savez(FOLDER / "openfisca.npz", **found)
dtype = next(iter(found.values())).dtype
print(json.dumps({"seconds": seconds, "dtype": str(dtype)}))
