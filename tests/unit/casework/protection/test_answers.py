"""An answer as a sheet: every row is taken, empty, or told with its reason."""

import io

import pytest
import xlsxwriter
from tests.invented_scheme import person
from tests.unit.casework.protection.conftest import TODAY

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection import answers
from naungan.casework.protection.actions import decisions, enrolment, lists, money
from naungan.casework.protection.models import Entry
from naungan.lib.errors import InputRefused


SERIALS = (9001, 9002, 9010, 9013)
STRANGER = "1604100605849999"


@pytest.fixture
def sent(desks, scheme, at):
    """Send four people of two villages to be enrolled."""
    people = [person(one) for one in SERIALS]
    for village, some in (("16.04.10.2003", people[:2]), ("16.04.10.2004", people[2:])):
        lists.add_people(
            by=desks.agency, scheme=scheme, people=some, village_code=village
        )
    decisions.decide(
        by=desks.agency,
        scheme=scheme,
        number="SK/1",
        decided_on=TODAY,
        official="Bupati Rekaan",
        today=TODAY,
    )
    money.set_budget(by=desks.agency, scheme=scheme, year=2024, ceiling_idr=10**9)
    money.budget_people(by=desks.agency, scheme=scheme)
    return enrolment.make_file(by=desks.agency, scheme=scheme)


def niks():
    return [person(one).nik for one in SERIALS]


@pytest.fixture
def compare(desks, sent):
    def do(*rows, head="NIK;KPJ;Alasan"):
        content = "\n".join((head, *rows)).encode()
        return answers.compare(
            by=desks.agency, enrolment=sent, content=content, name="jawaban.csv"
        )

    return do


def why(found):
    return [(row.line, row.wrong) for row in found.wrong]


def test_each_person_of_a_file_is_counted_once(compare):
    one, two, _, four = niks()
    found = compare(
        f"{one};24000000001;",
        f"'{two};;Data ganda",
        f"{four};;",
        ";;",
        f"{one};24000000001;",
    )
    told = (found.accepted, found.refused, found.silent, len(found.wrong))
    assert told == (1, 1, 2, 0)
    assert found.accepted + found.refused + found.silent == found.waiting == 4


def test_rows_that_cannot_be_taken_are_told_with_their_line_and_no_open_nik(compare):
    one, two, *_ = niks()
    found = compare(
        f"{STRANGER};24000000001;",
        "1,60410060584E+15;24000000002;",
        f"{one};2.4E+10;",
        f"{two};24000000003;",
        f"{two};;Data ganda",
    )
    assert [line for line, _ in why(found)] == [2, 3, 4, 5, 6]
    assert found.wrong[0].wrong == answers.STRANGER
    assert "ilmiah" in found.wrong[1].wrong
    assert found.wrong[2].wrong == answers.BAD_KPJ
    assert {row.wrong for row in found.wrong[3:]} == {answers.TWICE}
    shown = "".join(row.nik for row in found.rows)
    assert not {one, two, STRANGER} & {shown[at : at + 16] for at in range(len(shown))}
    assert not found.taken


def test_a_nik_kept_as_a_number_is_taken_where_one_person_fits(compare):
    """A spreadsheet keeps fifteen digits and writes the sixteenth as nought."""
    one, _, three, four = niks()
    found = compare(f"{one[:15]}0.0;24000000001;", f"{three}.0;24000000003;")
    assert len(found.taken) == 0
    assert {row.wrong for row in found.wrong} == {answers.ROUNDED}
    assert one[:15] == niks()[1][:15]
    assert three[:15] == four[:15]
    kept = compare(f"{one}.0;24000000001;")
    assert (kept.accepted, kept.wrong) == (1, ())


def test_a_workbook_of_numbers_is_read(desks, sent):
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["NIK", "No. KPJ"])
    sheet.write_number(1, 0, int(niks()[0]))
    sheet.write_number(1, 1, 24_000_000_001)
    book.close()
    found = answers.compare(
        by=desks.agency, enrolment=sent, content=file.getvalue(), name="a.xlsx"
    )
    assert [(row.kpj, row.wrong) for row in found.taken] == [("24000000001", "")]


def test_what_was_answered_is_told_and_not_answered_again(desks, sent, compare):
    one = Entry.objects.get(nik=int(niks()[0]))
    rows = [(one.pk, "24000000001", "")]
    enrolment.take_back(
        by=desks.agency,
        enrolment=sent,
        answers=answers.answers(sent, rows),
        first_month=sent.scheme.from_month,
    )
    found = compare(f"{one.nik};24000000001;")
    assert why(found) == [(2, answers.DONE)]


def test_a_file_of_something_else_is_refused(compare):
    with pytest.raises(InputRefused, match="judul"):
        compare("a;b", head="apa;saja")


def test_whoever_enrols_nobody_compares_nothing(desks, sent, at):
    at(desks.clerk)
    with pytest.raises(ActRefused, match="wewenang"):
        answers.compare(
            by=desks.clerk, enrolment=sent, content=b"NIK;KPJ\n", name="a.csv"
        )
