"""The lines and results of an answer about duties."""

from typing import Any, Final

from naungan.law.answer import SURE, Draft
from naungan.law.duty.cited import cite_step
from naungan.law.duty.gate import Gate
from naungan.law.duty.past import Taken, step_named
from naungan.law.duty.situation import Found, Situation
from naungan.law.duty.track import Next, Track
from naungan.law.obligation import said
from naungan.law.step import Step
from naungan.law.terms import listed, term
from naungan.law.words import Words, day as day_words, words


_STATES: Final = {
    "met": words("dipenuhi", "met"),
    "broken": words("DILANGGAR", "BROKEN"),
    "pending": words("belum jatuh tempo", "not yet due"),
    "unknown": words("belum dapat diperiksa", "cannot be checked"),
}


def say_duty(duty: Found, situation: Situation, draft: Draft) -> None:
    """Write the line of one duty: its state, its class, since when and why."""
    rule = situation.reader.book.obligations[duty.code]
    parts = [_STATES[duty.state]]
    if duty.category is not None:
        parts.append(term(duty.category))
    if duty.since is not None:
        since = words("sejak {since}", "since {since}", since=day_words(duty.since))
        parts.append(since)
    label = words(
        "{title}: {state}",
        "{title}: {state}",
        title=said(rule.title, rule.title_en),
        state=listed(parts),
    )
    draft.line(f"duty.{duty.code}", label, None, duty.why, *duty.used)


def say_track(track: Track, draft: Draft) -> dict[str, Any]:
    """Write the lines of a track and give its results."""
    if not track.exists:
        _say_absent(track, draft)
        return {"state": "none", **_nothing()}
    for one in track.taken:
        _say_taken(track, one, draft)
    first = track.coming[0] if track.coming else None
    opened = first if first is not None and first in track.open else None
    _say_state(track, first, draft)
    return {
        "state": track.state,
        "open_step": opened.step.code if opened else None,
        "also_open": tuple(one.step.code for one in track.open[1:]),
        "next_step": first.step.code if first else None,
        "may_from": first.opens_on if first else None,
        "due_on": first.due_on if first else None,
        "overdue": bool(
            opened and opened.due_on and opened.due_on < track.situation.day
        ),
        "running": track.running.step.code if track.running else None,
        "comply_by": track.running.ends_on if track.running else None,
        "faults": _faults(track),
        "blocked": {code: one.as_data() for code, one in track.blocked.items()},
        "letter": _letter(first.step) if first else None,
    }


def say_plan(
    situation: Situation, tracks: tuple[Track, ...], draft: Draft
) -> dict[str, Any]:
    """Answer whether the planned step may be taken, on any track it stands on."""
    if not situation.facts.has("plan"):
        return {"refused": {}}
    step = step_named(situation.facts, "plan", situation.reader)
    past = tracks[0].past
    reasons = [
        track.refusal(step, situation.day, past)
        for track in tracks
        if step.place(track.name) is not None
    ]
    cited = cite_step(situation.reader.book, step, situation.day)
    if None in reasons:
        label = words("{step}: boleh diambil", "{step}: may be taken", step=step.title)
        draft.line("plan", label, None, None, *cited)
        return {"refused": {}, "allowed": True}
    found = [one for one in reasons if one is not None]
    reason = next((one for one in found if one.code != "nothing_broken"), found[0])
    label = words("{step}: DITOLAK", "{step}: REFUSED", step=step.title)
    draft.line("plan", label, None, reason.words, *reason.used, *cited)
    return {"refused": {step.code: reason.as_data()}, "allowed": False}


def say_gate(gate: Gate, draft: Draft) -> None:
    """Write the line of what a service counter is told."""
    label = words(
        "Jawaban bagi loket pelayanan: {answer}",
        "Answer for a service counter: {answer}",
        answer=term(gate.answer),
    )
    effect = (
        words(
            "pelayanan yang terdaftar ditahan menurut aturan nasional",
            "the listed services are withheld by national law",
        )
        if gate.blocks
        else words(
            "aturan nasional tidak menahan pelayanan; aturan daerah mungkin lain",
            "national law withholds no service; a local rule may differ",
        )
    )
    if gate.since is not None:
        effect = words(
            "{effect} (surat {letter}, {on})",
            "{effect} (letter {letter}, {on})",
            effect=effect,
            letter=gate.letter or "-",
            on=day_words(gate.since),
        )
    draft.line("gate", label, None, effect, gate.used)


def _nothing() -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(
        ("open_step", "next_step", "may_from", "due_on", "running", "comply_by")
    )
    return {
        **empty,
        "also_open": (),
        "overdue": False,
        "faults": {},
        "blocked": {},
        "letter": None,
    }


def _say_absent(track: Track, draft: Draft) -> None:
    if track.broken:
        draft.note(
            words(
                "Jalur {track} tidak ada bagi {segment} ({kind}).",
                "The track {track} does not exist for {segment} ({kind}).",
                track=term(track.name),
                segment=term(track.situation.segment),
                kind=term(track.situation.kind),
            )
        )


def _say_taken(track: Track, one: Taken, draft: Draft) -> None:
    fault = track.fault(one)
    why, used = one.why, one.used
    if fault is not None:
        why = words(
            "{why}; CACAT: {fault}", "{why}; FAULT: {fault}", why=why, fault=fault.words
        )
        used = (*used, *fault.used)
    cited = cite_step(track.situation.reader.book, one.step, one.on)
    key = f"{track.name}.{one.step.code}"
    draft.line(key, one.step.title, None, why, *used, *cited)


def _say_state(track: Track, first: Next | None, draft: Draft) -> None:
    label = words("Jalur {track}", "Track {track}", track=term(track.name))
    if first is None:
        nothing = words("tidak ada langkah yang terbuka", "no step is open")
        draft.line(track.name, label, None, nothing)
        return
    nature = term(first.step.nature)
    said_so = words(
        "{step} ({actor}, {nature}) sejak {opens}{due}",
        "{step} ({actor}, {nature}) from {opens}{due}",
        step=first.step.title,
        actor=term(first.step.actor),
        nature=nature,
        opens=day_words(first.opens_on),
        due=_until(first),
    )
    cited = cite_step(track.situation.reader.book, first.step, track.situation.day)
    draft.line(track.name, label, None, said_so, *first.used, *cited)
    for place, one in enumerate(_contents(first.step), start=1):
        draft.line(f"{track.name}.letter.{place}", one, None)
    _note_letter(first.step, draft)
    _note_missing_term(track, draft)


def _until(first: Next) -> Words:
    if first.due_on is None:
        return words("", "")
    due = day_words(first.due_on)
    return words(", paling lambat {due}", ", at the latest {due}", due=due)


def _contents(step: Step) -> tuple[Words, ...]:
    if step.letter is None:
        return ()
    return tuple(
        words(
            "{letter} memuat: {part}",
            "{letter} says: {part}",
            letter=step.letter.name,
            part=one,
        )
        for one in step.letter.contents
    )


def _letter(step: Step) -> dict[str, Any] | None:
    if step.letter is None:
        return None
    return {
        "step": step.code,
        "name": step.letter.name.text(),
        "contents": tuple(one.text() for one in step.letter.contents),
        "contents_en": tuple(one.text("en") for one in step.letter.contents),
        "confidence": step.letter.confidence,
    }


def _faults(track: Track) -> dict[str, Any]:
    found = {one.step.code: track.fault(one) for one in track.taken}
    return {code: one.as_data() for code, one in found.items() if one is not None}


def _note_letter(step: Step, draft: Draft) -> None:
    if step.letter is None or step.letter.confidence == SURE:
        return
    draft.note(
        words(
            "Isi surat diturunkan dari pasal langkahnya; pasal yang merinci isi surat "
            "belum terlihat.",
            "What the letter must say is drawn from the articles of its step; no article "
            "that lists it was seen.",
        )
    )


def _note_missing_term(track: Track, draft: Draft) -> None:
    without = [
        one for one in track.taken if one.ends_on is None and one.step.term is not None
    ]
    for one in without:
        draft.note(
            words(
                "Tenggang {step} tidak ditetapkan peraturan; kantor dapat menetapkannya "
                "dengan berkas timpaan {path}.yaml.",
                "No regulation sets the term of {step}; an office may set it with an "
                "overlay file {path}.yaml.",
                step=one.step.title,
                path=one.step.term or "",
            )
        )
