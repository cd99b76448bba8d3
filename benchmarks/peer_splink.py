"""Splink trained on the public sets as its own pages train it; the peer of febrl and fake_1000.

The comparisons, the blocking, the rules and passes of training and the thresholds are
those of its FEBRL4 example (the detailed model) and of its quick start, unchanged but
for a seed, so that a rerun draws the same random pairs.
"""

import time

import duckdb
import splink.comparison_library as cl
from splink import Linker, SettingsCreator, block_on
from splink.internals.duckdb.database_api import DuckDBAPI


LOWEST = -10  # match weight below which a pair is not even kept
FEBRL4 = SettingsCreator(
    unique_id_column_name="rec_id",
    link_type="link_only",
    comparisons=[
        cl.NameComparison("given_name").configure(term_frequency_adjustments=True),
        cl.NameComparison("surname").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison(
            "date_of_birth",
            input_is_string=True,
            datetime_format="%Y%m%d",
            invalid_dates_as_null=True,
        ),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]).configure(
            term_frequency_adjustments=True
        ),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("given_name", "surname"),
        "l.given_name = r.surname and l.surname = r.given_name",
        block_on("date_of_birth"),
        block_on("soc_sec_id"),
        block_on("state", "address_1"),
        block_on("street_number", "address_1"),
        block_on("postcode"),
    ],
)
FAKE_1000 = SettingsCreator(
    link_type="dedupe_only",
    comparisons=[
        cl.JaroWinklerAtThresholds("first_name", [0.9, 0.7]),
        cl.JaroAtThresholds("surname", [0.9, 0.7]),
        cl.DateOfBirthComparison(
            "dob",
            input_is_string=False,
            datetime_metrics=["year", "month"],
            datetime_thresholds=[1, 1],
        ),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
    ],
    blocking_rules_to_generate_predictions=[
        block_on("first_name"),
        block_on("surname"),
    ],
)


def linker_over(
    con: duckdb.DuckDBPyConnection, settings: SettingsCreator, *names: str
) -> Linker:
    """Register tables under their names and prepare a model."""
    api = DuckDBAPI(con)
    tables = [
        api.register(
            con.table(name).to_arrow_table(), dataset_display_name=f"its_{name}"
        )
        for name in names
    ]
    return Linker(tables, settings, log_level=None)


def link_febrl4(con: duckdb.DuckDBPyConnection) -> float:
    """Make splink_pairs(l, r, weight, chance) of tables a and b; return the seconds."""
    started = time.perf_counter()
    linker = linker_over(con, FEBRL4, "a", "b")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
        recall=0.8,
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for column in ("date_of_birth", "postcode"):
        training.estimate_parameters_using_expectation_maximisation(
            block_on(column), estimate_without_term_frequencies=True
        )
    found = linker.inference.predict(threshold_match_weight=LOWEST)
    keep_pairs(con, "rec_id", found.physical_name)
    return time.perf_counter() - started


def dedupe_fake_1000(con: duckdb.DuckDBPyConnection) -> float:
    """Make splink_pairs and splink_groups(row_id, grp) of table fake; return the seconds."""
    started = time.perf_counter()
    linker = linker_over(con, FAKE_1000, "fake")
    training = linker.training
    training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname")], recall=0.7
    )
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for columns in (("first_name", "surname"), ("dob",)):
        training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
    found = linker.inference.predict(threshold_match_weight=LOWEST)
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(found, 0.95)
    keep_pairs(con, "unique_id", found.physical_name)
    con.execute(f"""CREATE TABLE splink_groups AS
        SELECT unique_id AS row_id, cluster_id AS grp FROM {groups.physical_name}""")
    return time.perf_counter() - started


def keep_pairs(con: duckdb.DuckDBPyConnection, key: str, predicted: str) -> None:
    """Keep what it predicted under names of our own."""
    con.execute(f"""CREATE TABLE splink_pairs AS
        SELECT {key}_l AS l, {key}_r AS r, match_weight AS weight,
               match_probability AS chance FROM {predicted}""")
