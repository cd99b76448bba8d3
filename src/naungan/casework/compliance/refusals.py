"""Why a step may not be taken, where the law's own reasons do not say it."""

from collections.abc import Sequence

from naungan.law.step import Step
from naungan.law.terms import listed, term
from naungan.law.words import Words, number, words


def other_track(step: Step, track: str) -> Words:
    """Refuse a step that does not stand on the track of the case."""
    return words(
        "{step} tidak berada pada jalur {track}",
        "{step} does not stand on the track of {track}",
        step=step.title,
        track=term(track),
    )


def closed(step: Step) -> Words:
    """Refuse a step in a case that is over."""
    return words(
        "{step} tidak dapat diambil: kasusnya sudah ditutup; buka kembali dahulu",
        "{step} cannot be taken: the case is closed; reopen it first",
        step=step.title,
    )


def unheard(step: Step, replies: int) -> Words | None:
    """Refuse a step while the employer's answer was not considered; or say nothing."""
    if not replies:
        return None
    return words(
        "{step} menunggu: {count} jawaban pemberi kerja belum dipertimbangkan",
        "{step} waits: {count} replies of the employer were not considered",
        step=step.title,
        count=number(replies),
    )


def skipping(step: Step, left_out: Sequence[Step]) -> Words:
    """Say which customary steps a step would leave out."""
    return words(
        "{step} melewati {others}; tulis alasannya",
        "{step} leaves out: {others}; give the reason",
        step=step.title,
        others=listed([one.title for one in left_out]),
    )


def expired() -> Words:
    """Refuse the letter of a mandate whose days ran out."""
    return words(
        "Masa berlaku surat kuasanya sudah lewat",
        "The days of its mandate are over",
    )


def unsigned(step: Step, before: Step) -> Words:
    """Refuse a step while the letter of one before it waits for its signature."""
    return words(
        "{step} menunggu: surat {before} belum ditandatangani",
        "{step} waits: the letter of {before} is not signed yet",
        step=step.title,
        before=before.title,
    )
