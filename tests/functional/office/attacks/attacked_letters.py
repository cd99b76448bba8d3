"""A letter, its book and a batch of one institution, with markup in their texts."""

import json

from django.utils import timezone
from tests.functional.office.attacks.attacked_world import SCRIPT

from naungan.casework.correspondence import papers
from naungan.casework.correspondence.models import AgendaBook, Letter, LetterBatch


OF_LETTERS = ("letter", "sign", "unsign", "send", "void", "pdf", "docx")
OF_BATCHES = ("batch", "progress", "archive")
CODE = "23456789ABCD"
SAYS = {
    **dict.fromkeys(("title", "subject", "city", "date", "closing", "number"), SCRIPT),
    **dict.fromkeys(("classification", "enclosure", "greeting"), SCRIPT),
    **dict.fromkeys(("demo", "draft"), ""),
    **dict.fromkeys(("countersigners", "copies", "notes", "annexes"), ()),
    "form": "letter",
    "head": dict.fromkeys(("above", "name", "address", "contact"), SCRIPT),
    "to": [SCRIPT],
    "blocks": [{"kind": "paragraph", "text": SCRIPT}],
    "signer": dict.fromkeys(("name", "position", "number"), SCRIPT),
    "proof": None,
}


def letters(ours, writer):
    """Make a letter in a book and in a batch; give their numbers."""
    book = AgendaBook.objects.create(
        institution=ours, year=2026, kind="TGR", pattern="{number}", last=1
    )
    batch = LetterBatch.objects.create(
        institution=ours,
        letter="warning_1",
        title=SCRIPT,
        wanted=1,
        done=1,
        state="done",
        ended_at=timezone.now(),
        asked_by=writer,
    )
    kept = {
        "sha256": papers.keep(institution_id=ours.pk, content=b"%PDF-1.7 rahasia kami"),
        "content_sha256": papers.keep(
            institution_id=ours.pk, content=json.dumps(SAYS).encode()
        ),
    }
    letter = Letter.objects.create(
        institution=ours,
        book=book,
        batch=batch,
        serial=1,
        number=f"1/{SCRIPT}",
        letter="warning_1",
        about_kind="case",
        about_id=1,
        subject=SCRIPT,
        addressee=f"=HYPERLINK(1){SCRIPT}",
        issued_on=timezone.localdate(),
        made_by=writer,
        code=CODE,
        size=1,
        template_version="1",
        law_version="1",
        **kept,
    )
    return {"letter": letter.pk, "letter_batch": batch.pk, "book": book.pk}


def of_letters(made):
    """Give the arguments of every address of the letter, its book and its batch."""
    return {
        **{f"letters.{verb}": {"number": made["letter"]} for verb in OF_LETTERS},
        **{f"letters.{verb}": {"number": made["letter_batch"]} for verb in OF_BATCHES},
        "letters.pattern": {"number": made["book"]},
        "letters.write": {"code": "warning_1"},
        "proof": {"code": CODE},
    }
