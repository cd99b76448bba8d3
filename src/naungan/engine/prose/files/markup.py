"""The article of a page in HTML: its title and paragraphs, none of its navigation."""

import re
from html.parser import HTMLParser
from typing import Final

from naungan.engine.prose.word_list import words_in


_IGNORED: Final = words_in(
    "script style noscript nav header footer aside form button svg iframe figcaption select template menu dialog"
)
_VOID: Final = words_in(
    "area base br col embed hr img input link meta source track wbr"
)
_BLOCKS: Final = words_in(
    "p div section article main li h1 h2 h3 h4 h5 h6 tr blockquote br td th dd dt pre ul ol table"
)
# Parts of a page by the names that outlets give them.
_ASIDE: Final = re.compile(
    r"\b(related|share|sharing|social|comment|sidebar|breadcrumb|footer|header|menu|nav|advert|ads|banner|popular|"
    r"tags?|author|caption|credit|terkait|baca-?juga|readmore|newsletter|widget|promo|subscribe|cookie)\b",
    re.IGNORECASE,
)
_HTML: Final = re.compile(
    r"<(?:!doctype html|html|head|body|article|div|p|h1)\b", re.IGNORECASE
)
_SHORTEST: Final = 25  # letters; shorter paragraphs between long ones are links
_BODY_TAGS: Final = ("article", "main")


def looks_like_html(text: str) -> bool:
    """Tell whether a text is a page and not prose that holds a "<"."""
    return bool(_HTML.search(text[:4096]))


def text_of_html(text: str) -> str:
    """Return title and paragraphs of the article, one a line."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = reader.body or reader.lines
    found = [" ".join(line.split()) for line in lines]
    title = " ".join((reader.title or "").split())
    kept = [line for line in found if line]
    return "\n".join([title, *kept] if title and title not in kept[:1] else kept)


class _Reader(HTMLParser):
    """Collects the lines of a page, and apart those inside <article> or <main>."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.body: list[str] = []
        self.title: str | None = None
        self._open: list[tuple[str, bool, bool]] = []  # tag, ignored, in the article
        self._pending: list[str] = []
        self._is_link = True  # whether all that waits stands in links

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; what is ignored stays so for all inside it."""
        if tag in _BLOCKS:
            self._flush()
        if tag in _VOID:
            return
        named = " ".join(value or "" for key, value in attrs if key in ("class", "id"))
        words = re.sub(r"[_-]+", " ", named)
        ignored = self._is_ignored or tag in _IGNORED or bool(_ASIDE.search(words))
        inside = self._is_inside or tag in _BODY_TAGS
        if tag in ("article", "main", "body", "html"):
            ignored = self._is_ignored
        self._open.append((tag, ignored, inside))

    def handle_endtag(self, tag: str) -> None:
        """Close the nearest open element of that name."""
        if tag in _BLOCKS:
            self._flush(tag)
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        """Keep text that is not navigation."""
        if not self._is_ignored and not self._is_in("title"):
            self._pending.append(data)
            self._is_link = self._is_link and (self._is_in("a") or not data.strip())

    def close(self) -> None:
        """Finish, with the last line."""
        super().close()
        self._flush()

    @property
    def _is_ignored(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    @property
    def _is_inside(self) -> bool:
        return bool(self._open) and self._open[-1][2]

    def _is_in(self, tag: str) -> bool:
        return any(open_[0] == tag for open_ in self._open)

    def _flush(self, tag: str = "") -> None:
        line, is_link = "".join(self._pending).strip(), self._is_link
        self._pending.clear()
        self._is_link = True
        if not line:
            return
        if tag == "h1" and self.title is None:
            self.title = line
            return
        if not is_link or len(line) >= _SHORTEST:
            self.lines.append(line)
            if self._is_inside:
                self.body.append(line)
