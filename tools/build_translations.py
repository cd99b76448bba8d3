"""Write the English catalogue of the office: every text of the pages, none forgotten.

Usage: python tools/build_translations.py [--check]

The source texts are Indonesian and stand in templates and Python. Translations are
written by hand into `locale/en/LC_MESSAGES/django.po`; this program adds what is new
(empty), drops what is gone, fills in roles, kinds and powers from their own tables,
and compiles the catalogue. With `--check` it only says what is missing or stale.
"""

import ast
import gettext
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.powers import POWERS
from naungan.casework.accounts.roles import ROLES
from naungan.casework.privacy import declared
from naungan.casework.sharing.columns import COLUMNS


SOURCE = Path(__file__).resolve().parent.parent / "src" / "naungan"
ENGLISH = SOURCE / "web/locale/en/LC_MESSAGES/django.po"
ONE_TEXT = (
    *("_", "gettext", "gettext_lazy", "gettext_noop"),
    *("ActRefused", "InputRefused", "Refusal"),
)
KEYWORDS = {
    **dict.fromkeys(ONE_TEXT),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
}
HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: Naungan\\n"
"Language: en\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
PLACES = re.compile(r"%\(\w+\)s|%s|</?\w+>|\{\w*\}")
Text = str | tuple[str, ...]


def texts() -> Iterator[Text]:
    """Yield every text of the pages."""
    for path in sorted(SOURCE.glob("web/**/*")) + sorted(SOURCE.glob("casework/**/*")):
        if path.suffix in (".html", ".txt"):
            yield from called(templatize(path.read_text(encoding="utf-8")))
        elif path.suffix == ".py" and "migrations" not in path.parts:
            source = path.read_text(encoding="utf-8")
            yield from called(source)
            yield from labels(ast.parse(source))
    yield from (text for text, _ in in_tables())
    yield from said_of_fields()


def said_of_fields() -> Iterator[str]:
    """Yield why personal fields are held, and what becomes of them."""
    for fields in declared().values():
        for one in fields.values():
            yield from (text for text in (one.why, one.after) if text)


def called(source: str) -> Iterator[Text]:
    """Yield the texts given to translating functions."""
    file = io.BytesIO(source.encode())
    for _, _, found, _ in extract_python(file, KEYWORDS, (), {"encoding": "utf-8"}):
        given = found if isinstance(found, tuple) else (found,)
        written = tuple(text for text in given if text)
        if written:
            yield written[0] if len(written) == 1 else written[:2]


def labels(tree: ast.Module) -> Iterator[str]:
    """Yield the labels of pages and of the choices of a field."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.keyword):
            continue
        if node.arg == "label" and isinstance(node.value, ast.Constant):
            if isinstance(node.value.value, str):  # a label may be a width elsewhere
                yield node.value.value
        elif node.arg == "choices" and isinstance(node.value, ast.List):
            pairs = [one.elts for one in node.value.elts if isinstance(one, ast.Tuple)]
            words = [pair[1] for pair in pairs]
            yield from (one.value for one in words if isinstance(one, ast.Constant))


def in_tables() -> Iterator[tuple[str, str]]:
    """Yield what has both languages in a table of ours."""
    for one in (*KINDS.values(), *ROLES.values()):
        yield one.label, one.label_en
    yield from POWERS.values()
    yield from COLUMNS.values()


def english() -> Catalog:
    """Give the catalogue as it should be: all texts, with the translations at hand."""
    old, tables = read(ENGLISH), dict(in_tables())
    new = Catalog(locale="en", fuzzy=False)
    for text in texts():
        first = text if isinstance(text, str) else text[0]
        known = old.get(first)
        written = tables.get(first) or (known.string if known else "")
        new.add(text, written or "")
    return new


def missing(catalogue: Catalog) -> list[str]:
    """Give the texts without a translation, or with one that is only half there."""
    found = []
    for message in catalogue:
        parts = message.string if message.pluralizable else (message.string,)
        if message.id and not all(parts):
            found.append(str(message.id))
    return found


def mangled(catalogue: Catalog) -> list[str]:
    """Give the texts whose translation lost a figure or a mark, or has others."""
    found = []
    for message in catalogue:
        given = (message.id,) if isinstance(message.id, str) else message.id
        parts = message.string if message.pluralizable else (message.string,)
        kept = {tuple(sorted(PLACES.findall(text))) for text in (given[-1], parts[-1])}
        if message.id and all(parts) and len(kept) > 1:
            found.append(str(message.id))
    return found


def read(path: Path) -> Catalog:
    """Read a catalogue; none is an empty one."""
    if not path.exists():
        return Catalog()
    with path.open("rb") as file:
        return read_po(file)


def written(catalogue: Catalog) -> str:
    """Give the catalogue as text: sorted, without dates or versions."""
    out = io.BytesIO()
    write_po(out, catalogue, 88, no_location=True, omit_header=True, sort_output=True)
    return HEADER + out.getvalue().decode().strip() + "\n"


def compiled(catalogue: Catalog) -> bytes:
    """Give the catalogue as programs read it."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def spoken(content: bytes) -> dict[object, str]:
    """Give the texts of a compiled catalogue, without its head."""
    read_back = gettext.GNUTranslations(io.BytesIO(content))
    found: dict[object, str] = vars(read_back)["_catalog"]
    return {key: text for key, text in found.items() if key}


def stale() -> list[str]:
    """Say everything that is missing or not as this program would write it."""
    wanted = english()
    faults = [f"no English for: {text}" for text in missing(wanted)]
    faults += [f"not the same figures: {text}" for text in mangled(wanted)]
    if ENGLISH.read_text(encoding="utf-8") != written(wanted):
        faults.append(f"{ENGLISH.name} is not current")
    content = ENGLISH.with_suffix(".mo").read_bytes()
    if spoken(content) != spoken(compiled(read(ENGLISH))):
        faults.append(f"{ENGLISH.with_suffix('.mo').name} is not current")
    return faults


def main(arguments: list[str]) -> int:
    """Write the catalogue, or only check it."""
    settings.configure(USE_I18N=False)
    if "--check" not in arguments:
        ENGLISH.parent.mkdir(parents=True, exist_ok=True)
        ENGLISH.write_text(written(english()), encoding="utf-8")
        ENGLISH.with_suffix(".mo").write_bytes(compiled(read(ENGLISH)))
    faults = stale()
    print("\n".join(faults) or "the catalogue is complete and current")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
