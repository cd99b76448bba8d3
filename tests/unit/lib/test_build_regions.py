"""The script that makes the table of regions: same bytes, slips refused."""

import gzip
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from naungan.lib.regions import TABLE


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "build_regions", root / "tools/build_regions.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_same_rows_give_the_same_bytes(script: ModuleType) -> None:
    rows = [("16", "Sumatera Selatan"), ("16.04", 'A, "B"')]
    assert script.packed(rows) == script.packed(list(rows))
    assert gzip.decompress(script.packed(rows)).startswith(b"code,name\n16,Sumatera")


def test_the_table_is_sorted_and_carries_no_time_stamp(script: ModuleType) -> None:
    content = TABLE.read_bytes()
    lines = gzip.decompress(content).decode().splitlines()[1:]
    codes = [line.partition(",")[0] for line in lines]
    assert codes == sorted(codes)
    assert content[4:8] == bytes(4)


def test_slips_of_the_source_are_mended(script: ModuleType) -> None:
    assert script.cleaned('Ja"an') == "Ja'an"
    assert script.cleaned(" Losung  Batu.") == "Losung Batu"


def test_orphans_and_doubled_codes_are_refused(script: ModuleType) -> None:
    with pytest.raises(SystemExit, match="parent 16 is missing"):
        script.check_parents([("16.04", "Lahat")])
    with pytest.raises(SystemExit, match="twice"):
        script.check_parents([("16", "A"), ("16", "B")])


def test_a_package_of_another_size_is_refused(
    script: ModuleType, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for level in script.EXPECTED:
        (data / f"{level}.csv").write_text("code,name\n16,Sumatera Selatan\n")
    with pytest.raises(SystemExit, match="provinces: 1 rows, expected 38"):
        script.build(tmp_path, tmp_path / "out")
