"""The same steps as an analyst would write them with pandas and rapidfuzz.

Written to be fair: columns wherever pandas has them, distance only within
blocks, batched by rapidfuzz; no per-row Python where a column will do.
"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from rapidfuzz import fuzz, process


TITLES = r"\b(?:H|HJ|DRS|IR|DR|KH|SH|SE|SPD|MM|ST|AMD|BIN|BINTI)\b\.?"
ACCEPT, MAYBE = 92, 82
DUE_LAG = {"PU": 1, "BPU": 0, "JAKON": 0, "PMI": 0}
OBLIGED = {"PU": {"JKK", "JKM", "JHT", "JP"}, "BPU": {"JKK", "JKM"}}
LAPSED_AFTER = 3
PU_RATE = 0.1194


def read(month: Path, pattern: str) -> pd.DataFrame:
    """Read all files of one kind into one frame."""
    files = sorted(month.glob(pattern))
    return pd.concat([pd.read_parquet(file) for file in files], ignore_index=True)


def cleaned(frame: pd.DataFrame) -> pd.DataFrame:
    """Add a name for comparison, a birth date and a judgement of the NIK."""
    names = frame["name"].astype("category")
    forms = (
        names.cat.categories.to_series()
        .str.upper()
        .str.replace(r"[.,'\-]", " ", regex=True)
        .str.replace(TITLES, "", regex=True)
        .str.replace(r"\s+", " ", regex=True)
        .str.strip()
    )
    frame["form"] = names.map(dict(zip(names.cat.categories, forms, strict=True)))
    frame["form"] = frame["form"].astype(str)
    frame["born"] = pd.to_datetime(frame["birth_date"], errors="coerce")
    nik = frame["nik"].fillna("").astype(str)
    day = pd.to_numeric(nik.str[6:8], errors="coerce")
    month = pd.to_numeric(nik.str[8:10], errors="coerce")
    good = (nik.str.len() == 16) & month.between(1, 12) & (day % 40).between(1, 31)
    frame["good_nik"] = np.where(good, nik, None)
    return frame


def deduped(workers: pd.DataFrame) -> pd.DataFrame:
    """One row per NIK, and per name, birth date and village without one."""
    with_nik = workers[workers["good_nik"].notna()].drop_duplicates("good_nik")
    without = workers[workers["good_nik"].isna()]
    without = without.drop_duplicates(["form", "born", "village_code"])
    return pd.concat([with_nik, without], ignore_index=True)


def scored(
    pairs: pd.DataFrame, left: pd.DataFrame, right: pd.DataFrame
) -> pd.DataFrame:
    """Compare the names of candidate pairs in one batch."""
    names = left["form"].to_numpy()[pairs["l"]]
    others = right["form"].to_numpy()[pairs["r"]]
    pairs["score"] = process.cpdist(
        names, others, scorer=fuzz.token_sort_ratio, workers=2
    )
    return pairs


def exact(people: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Join on NIK where the names do not contradict."""
    left = people.reset_index(names="l")[["l", "good_nik"]].dropna()
    right = members.reset_index(names="r")[["r", "good_nik"]].dropna()
    pairs = scored(left.merge(right, on="good_nik"), people, members)
    return pairs[pairs["score"] >= 60]


def fuzzy(
    people: pd.DataFrame, members: pd.DataFrame, done: pd.DataFrame
) -> pd.DataFrame:
    """Compare what is left within blocks and keep the best of each member."""
    left = people[~people.index.isin(done["l"])].reset_index(names="l")
    right = members[~members.index.isin(done["r"])].reset_index(names="r")
    for frame in (left, right):
        frame["first"] = frame["form"].str.split().str[0]
        frame["nik12"] = frame["good_nik"].str[:12]
        frame["nik_tail"] = frame["good_nik"].str[-10:]
        frame["year"] = frame["born"].dt.year
    blocks = (["born", "first"], ["nik12"], ["nik_tail"], ["form", "year"])
    found = [
        left[["l", *keys]]
        .dropna()
        .merge(right[["r", *keys]].dropna(), on=keys)[["l", "r"]]
        for keys in blocks
    ]
    pairs = pd.concat(found).drop_duplicates()
    pairs = scored(pairs, people, members)
    pairs = pairs[pairs["score"] >= MAYBE].sort_values(
        ["score", "l"], ascending=[False, True]
    )
    return pairs.drop_duplicates("r").drop_duplicates("l")


def coverage(
    people: pd.DataFrame, members: pd.DataFrame, links: pd.DataFrame
) -> pd.DataFrame:
    """Judge each person for October 2026 from the last paid month."""
    held = members.loc[links["r"]].reset_index(drop=True)
    held["l"] = links["l"].to_numpy()
    paid = pd.PeriodIndex(held["paid_through"].fillna("1900-01"), freq="M")
    months = pd.Series(paid.year * 12 + paid.month - 1)
    lag = held["segment"].map(DUE_LAG).fillna(0).astype(int)
    held["late"] = (2026 * 12 + 9 - lag - months).clip(lower=0)
    wanted = held["segment"].map(lambda s: len(OBLIGED.get(s, {"JKK"})))
    has = held["programmes"].fillna("").str.count(r"\+") + 1
    held["status"] = np.select(
        [held["late"] > LAPSED_AFTER, held["late"] > 0, has < wanted],
        ["lapsed", "in_arrears", "partial_programmes"],
        default="active",
    )
    best = held.sort_values(["late", "kpj"]).drop_duplicates("l").set_index("l")
    status = best["status"].reindex(people.index).fillna("unregistered")
    return people.assign(status=status, late=best["late"].reindex(people.index))


def matched_employers(employers: pd.DataFrame) -> pd.DataFrame:
    """Match employers without a registration to registered ones, by district."""
    employers["form"] = (
        employers["name"]
        .str.upper()
        .str.replace(r"\b(?:PT|CV|UD|TBK|PD)\b\.?|[.,]", "", regex=True)
        .str.strip()
    )
    employers["district"] = employers["village_code"].astype(str).str[:6]
    known = employers[employers["npp"].notna()].reset_index(names="r")
    unknown = employers[employers["npp"].isna()].reset_index(names="l")
    for frame in (known, unknown):
        frame["first"] = frame["form"].str.split().str[0]
    keys = ["district", "first"]
    pairs = unknown[["l", *keys]].merge(known[["r", *keys]], on=keys)
    pairs = scored(pairs, employers, employers)
    pairs = pairs[pairs["score"] >= ACCEPT].sort_values(
        ["score", "l"], ascending=[False, True]
    )
    return pairs.drop_duplicates("l")


def findings(
    judged: pd.DataFrame, employers: pd.DataFrame, matched: pd.DataFrame
) -> pd.DataFrame:
    """Count the uncovered workers and the rupiah exposed per employer."""
    of = judged[judged["employer_ref"].notna()]
    counted = of.groupby("employer_ref", observed=True).agg(
        people=("status", "size"),
        uncovered=("status", lambda s: (s == "unregistered").sum()),
        wages=("wage", "sum"),
    )
    counted["monthly_idr"] = (counted["wages"] * PU_RATE).round()
    registered = set(employers.loc[employers["npp"].notna(), "employer_ref"])
    registered |= set(employers.loc[matched["l"], "employer_ref"])
    counted["registered"] = counted.index.isin(list(registered))
    return counted.reset_index()


def measures(judged: pd.DataFrame) -> pd.DataFrame:
    """Coverage by village, district, regency and province, by segment."""
    judged["covered"] = judged["status"].isin(["active", "partial_programmes"])
    code = judged["village_code"].astype(str)
    found = []
    for level, digits in (
        ("village", 10),
        ("district", 6),
        ("regency", 4),
        ("province", 2),
    ):
        region = code.str[:digits]
        for keys in ([region], [region, "segment"], [region, "category"]):
            table = judged.groupby(keys, observed=True)["covered"].agg(["sum", "size"])
            found.append(table.reset_index().assign(level=level))
    return pd.concat(found)


def main(month: Path, out: Path) -> None:
    """Run all steps and write the results as Parquet."""
    out.mkdir(parents=True, exist_ok=True)
    workers = cleaned(read(month, "workers-*.parquet"))
    members = cleaned(read(month, "members*.parquet"))
    employers = read(month, "employers-*.parquet")
    people = deduped(workers)
    first = exact(people, members)
    links = pd.concat([first, fuzzy(people, members, first)])
    judged = coverage(people, members, links)
    broken = findings(judged, employers, matched_employers(employers))
    judged.drop(columns=["form", "born"]).to_parquet(out / "coverage.parquet")
    links.to_parquet(out / "links.parquet")
    broken.to_parquet(out / "findings.parquet")
    measures(judged).astype(str).to_parquet(out / "measures.parquet")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
