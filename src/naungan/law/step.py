"""What a step of enforcement is: who takes it, after what, and what its letter says.

Steps stand on one or both of two tracks that must not be mixed. Administrative
sanctions (PP 86/2013) answer to unregistered employers and false data; unpaid
contributions go by collection, the labour inspector and the state attorney or
the state receivables committee. A term is a parameter, so that its unit says
whether working days or calendar days count and an office can lay its own over it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from naungan.law.obligation import KINDS, read_choices, read_words, said
from naungan.law.source.entry import CONFIDENCES, Entry, read_basis
from naungan.law.source.parameter import Note
from naungan.law.source.parameter_file import read_notes, read_segments
from naungan.law.source.yaml_file import Fields, Node, YamlFile
from naungan.law.words import Words


TRACKS = ("registration_and_data", "arrears")
"""The two ladders: duties of registration and data, and unpaid contributions."""

ACTORS = ("bpjs", "service_unit", "inspector", "prosecutor", "investigator", "pupn")
"""Who may take a step."""

NATURES = ("may", "must", "beside")
"""Whether the actor is free to take an open step; one beside the ladder is a side road."""

COUNTS_FROM = ("taken", "previous_term_ended")
"""Where the term of a step starts: its own date, or the end of the one before."""

_REQUIRED = (
    "title",
    "title_en",
    "order",
    "actor",
    "tracks",
    "legal_bases",
    "checked_on",
)
_OPTIONAL = (
    "nature",
    "applies_to",
    "not_for",
    "addressed_to",
    "first_only",
    "term",
    "counts_from",
    "take_within",
    "when_mended",
    "by_custom",
    "least_debt",
    "most_debt",
    "exclusive_with",
    "needs",
    "closed_by",
    "letter",
    "notes",
)


@dataclass(frozen=True)
class Place:
    """Where a step stands on a track: after any one of these, or at its beginning."""

    track: str
    after: tuple[str, ...]
    begins: bool
    line: int


@dataclass(frozen=True)
class Letter:
    """The letter of a step and what it must say.

    No article seen lists the contents; they are what its articles make the letter
    do, and `confidence` says how far they were read.
    """

    name: Words
    contents: tuple[Words, ...]
    confidence: str


@dataclass(frozen=True)
class Step:
    """A step by its file stem; terms and bounds are paths of parameters.

    `when_mended` marks a step that opens once nothing on its track is broken any
    more, `by_custom` one that rests on practice alone and may be left out for a reason;
    `not_for` names kinds of employers that it cannot be taken against. `addressed_to`
    is the actor whom it brings the case before; `first_only` marks what is taken at
    the very beginning or not at all.
    """

    code: str
    title: Words
    order: int
    actor: str
    nature: str
    places: tuple[Place, ...]
    applies_to: tuple[str, ...]
    not_for: tuple[str, ...]
    addressed_to: str | None
    first_only: bool
    term: str | None
    counts_from: str
    take_within: str | None
    when_mended: bool
    by_custom: bool
    least_debt: str | None
    most_debt: str | None
    exclusive_with: tuple[str, ...]
    needs: tuple[str, ...]
    closed_by: tuple[Words, ...]
    letter: Letter | None
    legal_bases: tuple[Entry, ...]
    checked_on: date
    notes: tuple[Note, ...]

    def place(self, track: str) -> Place | None:
        """Give its place on a track, or None where it does not stand on it."""
        return next((one for one in self.places if one.track == track), None)

    def bases_on(self, day: date) -> tuple[Entry, ...]:
        """Give the articles that may be cited on a day, in the order written."""
        return tuple(basis for basis in self.legal_bases if basis.holds_on(day))

    @property
    def paths(self) -> tuple[str, ...]:
        """Name the parameters that it reads."""
        read = (self.term, self.take_within, self.least_debt, self.most_debt)
        return tuple(path for path in read if path is not None)


def ladder(steps: Mapping[str, Step], track: str) -> list[Step]:
    """Give the steps of a track in their order."""
    found = [step for step in steps.values() if step.place(track) is not None]
    return sorted(found, key=lambda step: step.order)


def edges(steps: Mapping[str, Step], track: str) -> list[tuple[str, str]]:
    """Give the arrows of a track, from a step to one that may follow it."""
    return [
        (before, step.code)
        for step in ladder(steps, track)
        for place in step.places
        if place.track == track
        for before in place.after
    ]


def read_step(file: YamlFile, code: str, known: tuple[str, ...]) -> Step:
    """Read one step file; a broken one raises `LawRefused` with its line."""
    found = file.fields(file.root(), _REQUIRED, _OPTIONAL)
    return Step(
        code=code,
        title=said(file.text(found["title"]), file.text(found["title_en"])),
        order=file.whole_number(found["order"]),
        actor=file.choice(found["actor"], ACTORS),
        nature=_choice(file, found, "nature", NATURES),
        places=tuple(_place(file, item, known) for item in file.items(found["tracks"])),
        applies_to=read_segments(file, found),
        not_for=read_choices(file, found, "not_for", KINDS),
        addressed_to=_addressee(file, found),
        first_only=_yes(file, found, "first_only"),
        term=_text(file, found, "term"),
        counts_from=_choice(file, found, "counts_from", COUNTS_FROM),
        take_within=_text(file, found, "take_within"),
        when_mended=_yes(file, found, "when_mended"),
        by_custom=_yes(file, found, "by_custom"),
        least_debt=_text(file, found, "least_debt"),
        most_debt=_text(file, found, "most_debt"),
        exclusive_with=read_choices(file, found, "exclusive_with", known),
        needs=read_choices(file, found, "needs", known),
        closed_by=_sentences(file, found, "closed_by"),
        letter=_letter(file, found["letter"]) if "letter" in found else None,
        legal_bases=tuple(
            read_basis(file, item) for item in file.items(found["legal_bases"])
        ),
        checked_on=file.day(found["checked_on"]),
        notes=read_notes(file, found),
    )


def check_order(file: YamlFile, step: Step, steps: Mapping[str, Step]) -> None:
    """Refuse a step that follows one which stands elsewhere or later."""
    for place in step.places:
        for code in place.after:
            if steps[code].place(place.track) is None:
                file.refuse_line(
                    place.line,
                    f"{code} tidak berada pada jalur {place.track}",
                    "betulkan after atau jalurnya",
                )
            if steps[code].order >= step.order:
                file.refuse_line(
                    place.line,
                    f"{code} berurutan {steps[code].order}, tidak sebelum {step.order}",
                    "betulkan order salah satunya",
                )


def _place(file: YamlFile, node: Node, known: tuple[str, ...]) -> Place:
    found = file.fields(node, ("track",), ("after", "begins"))
    after = read_choices(file, found, "after", known)
    begins = _yes(file, found, "begins")
    if not after and not begins:
        file.refuse(
            node, "tidak mengikuti langkah apa pun", "tulis after atau begins: true"
        )
    track = file.choice(found["track"], TRACKS)
    return Place(track, after, begins, node.start_mark.line + 1)


def _letter(file: YamlFile, node: Node) -> Letter:
    found = file.fields(node, ("name", "contents", "confidence"), ())
    return Letter(
        name=read_words(file, found["name"]),
        contents=tuple(
            read_words(file, item) for item in file.items(found["contents"])
        ),
        confidence=file.choice(found["confidence"], CONFIDENCES),
    )


def _text(file: YamlFile, found: Fields, key: str) -> str | None:
    return file.text(found[key]) if key in found else None


def _addressee(file: YamlFile, found: Fields) -> str | None:
    node = found.get("addressed_to")
    return None if node is None else file.choice(node, ACTORS)


def _yes(file: YamlFile, found: Fields, key: str) -> bool:
    return key in found and file.yes_no(found[key])


def _choice(file: YamlFile, found: Fields, key: str, known: tuple[str, ...]) -> str:
    return file.choice(found[key], known) if key in found else known[0]


def _sentences(file: YamlFile, found: Fields, key: str) -> tuple[Words, ...]:
    if key not in found:
        return ()
    return tuple(read_words(file, item) for item in file.items(found[key]))
