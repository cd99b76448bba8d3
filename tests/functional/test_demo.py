"""The demonstration as a newcomer runs it, on districts small enough for a test."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from naungan.commands import demo
from naungan.commands.score import command as score
from naungan.engine import demonstration
from naungan.lib.errors import InputRefused


SMALL = (
    demonstration.District(
        code="16.04",
        workers=1_500,
        members_share=0.35,
        covered=300,
        sample=False,
        published="rapat rekaan: 300 dari 1.500",
    ),
    demonstration.District(
        code="18.10",
        workers=400,
        members_share=0.4,
        covered=80,
        form="office",
        published="tidak ada",
    ),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def pages(shown):
    return pages_of(shown)


def pages_of(text):
    """Read every page that the demonstration names."""
    named = [line for line in text.splitlines() if line.strip().startswith("Laporan:")]
    return [Path(line.split("Laporan: ")[1]).read_text("utf-8") for line in named]


@pytest.fixture(scope="module")
def shown(home):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NAUNGAN_HOME", str(home))
        patch.setattr(demonstration, "DISTRICTS", SMALL)
        result = CliRunner().invoke(
            demo.command, ["--terminal"], catch_exceptions=False
        )
    assert result.exit_code == 0
    return result.output


def test_everything_invented_says_so(shown, home):
    lines = [line for line in shown.splitlines() if "terukur" in line]
    assert len(lines) == 6
    assert all("[rekaan]" in line for line in lines)
    assert "rekaan" in (home / "demo-terminal" / demonstration.MARK).read_text("utf-8")


def test_the_first_snapshot_has_exactly_the_published_number_of_covered(shown):
    first = next(line for line in shown.splitlines() if "terukur" in line)
    assert "Juni 2024" in first
    assert "dari 1.500" in first
    assert "sebenarnya 300;" in first


def test_the_promise_of_the_meeting_shows_in_later_snapshots(shown):
    paid = [
        int(line.split("dibayar desa ")[1].split()[0].replace(".", ""))
        for line in shown.splitlines()
        if "dibayar desa" in line
    ][:3]
    assert paid[0] < paid[1] <= paid[2]


def test_it_says_where_each_report_is(pages):
    assert len(pages) == 2
    assert "Kabupaten Lahat" in pages[0]
    assert "Kabupaten Pringsewu" in pages[1]


def test_what_it_found_can_be_scored(shown, home):
    assert shown
    files = home / "demo-terminal" / "16.04"
    result = CliRunner().invoke(
        score, [str(files / "hasil"), "--truth", str(files / "berkas")]
    )
    assert result.exit_code == 0
    assert "Semua padanan diterima" in result.output


def test_a_second_time_replaces_the_first_and_speaks_json(tmp_path, monkeypatch):
    earlier = demonstration.cleared(tmp_path / "demo-terminal") / "16.04"
    earlier.mkdir()
    monkeypatch.setenv("NAUNGAN_HOME", str(tmp_path))
    monkeypatch.setattr(demonstration, "DISTRICTS", SMALL[1:])
    monkeypatch.setattr(demonstration, "SNAPSHOTS", demonstration.SNAPSHOTS[:1])
    result = CliRunner().invoke(demo.command, ["--json"], catch_exceptions=False)
    told = json.loads(result.output)
    assert [place["region_code"] for place in told] == ["18.10"]
    assert told[0]["invented"] is True
    assert len(told[0]["months"]) == 1
    assert not earlier.exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("NAUNGAN_HOME", str(tmp_path))
    (tmp_path / "demo-terminal").mkdir()
    (tmp_path / "demo-terminal" / "penting.txt").write_text("jangan dihapus")
    result = CliRunner().invoke(demo.command, ["--terminal"])
    assert isinstance(result.exception, InputRefused)
    assert (tmp_path / "demo-terminal" / "penting.txt").exists()


def test_the_demonstration_is_of_five_real_districts_one_at_full_size():
    codes = [district.code for district in demonstration.DISTRICTS]
    assert codes == ["16.04", "32.02", "18.10", "18.71", "62.71"]
    full = [district for district in demonstration.DISTRICTS if not district.sample]
    assert [(d.workers, d.covered) for d in full] == [(239_799, 51_398)]
