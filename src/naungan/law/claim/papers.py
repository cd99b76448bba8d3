"""What a family brings along: the papers that a claim must be handed in with.

They are said in a note, with their article and how sure it is: a doubt about a
paper must not make the amounts look doubtful.
"""

from naungan.law.claim.case import Case, chained
from naungan.law.terms import shown
from naungan.law.words import words


def say_papers(case: Case, *kinds: str) -> None:
    """Note the papers of these kinds of claims, where any are recorded on the day."""
    for kind in kinds:
        read = case.find(f"payment/{kind}_documents", tuple)
        if read is None:
            continue
        sources = [words("{basis}", "{basis}", basis=read.used.basis)]
        if read.used.doubtful:
            sources.append(read.used.why_doubtful)
        said = words(
            "{title}: {papers} ({sources}).",
            "{title}: {papers} ({sources}).",
            title=read.used.title,
            papers=shown("list", read.value),
            sources=chained(sources, "; "),
        )
        case.draft.note(said)
