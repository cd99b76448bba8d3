"""Letters are counted by the day they were sent; a void one is none."""

from datetime import date

import pytest
from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.commitments.extent import Extent
from naungan.casework.correspondence.models import AgendaBook, Letter


@pytest.fixture
def sent(desks):
    """Send a letter of the branch."""
    book = AgendaBook.objects.create(
        institution_id=desks.branch.institution_id, year=2026, kind="out", pattern="{n}"
    )

    def make(serial, letter="first_contact", on=date(2026, 10, 1)):
        return Letter.objects.create(
            institution_id=desks.branch.institution_id,
            book=book,
            serial=serial,
            number=f"{serial}/2026",
            letter=letter,
            about_kind="case",
            about_id=1,
            subject="Contoh",
            addressee="CV Contoh Rekaan",
            issued_on=on,
            made_by_id=desks.branch.user_id,
            code=f"KODE{serial:012}",
            sha256="0" * 64,
            size=1,
            content_sha256="0" * 64,
            template_version="1",
            law_version="1",
            state="sent",
            sent_on=on,
        )

    return make


def test_letters_of_a_kind_sent_since_the_meeting_count_until_they_are_void(
    promise, proves, sent
):
    sent(1)
    sent(2, on=date(2026, 9, 1))
    sent(3, letter="somasi")
    one = promise(
        indicator="letters_sent", extent=Extent(letter="first_contact"), target=many(2)
    )
    more = []

    def void():
        found = Letter.objects.filter(pk=more[0].pk)
        found.update(state="void", voided_at="2026-10-02T00:00:00Z")

    proves(one, good=lambda: more.append(sent(4)), bad=void)
