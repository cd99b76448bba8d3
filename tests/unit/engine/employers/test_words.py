"""Words of firms: parted when the lists part them, worth what they are rare."""

from collections import Counter
from pathlib import Path

from tests.unit.engine.employers.lists import a_work

from naungan.engine.employers import nodes, words
from naungan.engine.work import Work


def bits(work: Work, node: int) -> dict[str, int]:
    """Return the words of a node with their bits."""
    nodes.make_nodes(work)
    words.make_words(work.con)
    found = work.con.execute(
        """SELECT form, bits FROM employer_words JOIN word_forms USING (word)
        WHERE node = ?""",
        [node],
    )
    return dict(found.fetchall())


def test_a_joined_word_is_parted_into_frequent_words() -> None:
    spoken = Counter({"SUMBER": 9, "JAYA": 9, "ABADI": 9, "SUMBERJAYAABADI": 1})
    assert words.pieces("SumberJayaAbadi", spoken) == ["SUMBER", "JAYA", "ABADI"]
    assert words.pieces("SUMBERJAYA", spoken) == ["SUMBER", "JAYA"]
    longer = "SUMBERJAYAABADIJAYASUMBER"
    assert words.pieces(longer, spoken) == [longer]


def test_a_word_that_is_itself_frequent_stays_whole() -> None:
    spoken = Counter({"INDO": 9, "MARET": 9, "INDOMARET": 6})
    assert words.pieces("INDOMARET", spoken) == ["INDOMARET"]
    assert words.pieces("RARE", spoken) == ["RARE"]
    assert words.pieces("SUMBERX1", spoken) == ["SUMBERX1"]


def test_a_rare_word_is_worth_more_than_a_common_one(tmp_path: Path) -> None:
    rows = [{"name": f"PT Jaya Usaha{chr(65 + i)}x"} for i in range(9)]
    worth = bits(a_work(tmp_path, oss=[*rows, {"name": "PT Jaya Gemilang"}]), 9)
    assert worth["GEMILANG"] > worth["JAYA"] + 3000


def test_a_word_that_its_neighbour_foretells_is_worth_little(tmp_path: Path) -> None:
    """Balai never stands without Latihan here; elsewhere it is as rare."""
    tied = [{"name": f"Balai Latihan K{chr(65 + i)}m"} for i in range(20)]
    free = [{"name": f"Gudang P{chr(65 + i)}m"} for i in range(20)]
    work = a_work(tmp_path, oss=tied + free)
    together, alone = bits(work, 0), bits(work, 20)
    assert min(together["BALAI"], together["LATIHAN"]) < alone["GUDANG"] - 1500


def test_names_are_described_without_their_legal_form(tmp_path: Path) -> None:
    work = a_work(tmp_path, oss=[{"name": "P.T. Rimba Jaya"}, {"name": "Jaya Rimba"}])
    nodes.make_nodes(work)
    words.make_words(work.con)
    found = work.con.sql(
        "SELECT words, letters, legal, name_key FROM employer_names ORDER BY node"
    ).fetchall()
    assert [row[:3] for row in found] == [(2, 9, "PT"), (2, 9, None)]
    assert found[0][3] == found[1][3]
