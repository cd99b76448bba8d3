"""One YAML file of law, read node by node so that every mistake has a line.

PyYAML's own loader would turn `0.24` into a float and forget where it stood.
Here the nodes are kept, and whoever reads them refuses what does not fit with
file, line and how to mend it.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NoReturn, Protocol, cast

from naungan.lib.errors import LawRefused


class Node(Protocol):
    """A node as PyYAML composes it: scalar, sequence or mapping, with its place."""

    id: str
    tag: str
    value: Any
    start_mark: Any


Fields = dict[str, Node]

TEXT_TAG = "tag:yaml.org,2002:str"
WHOLE_NUMBER_TAG = "tag:yaml.org,2002:int"
YES_NO_TAG = "tag:yaml.org,2002:bool"
NOTHING_TAG = "tag:yaml.org,2002:null"
DAY_TAG = "tag:yaml.org,2002:timestamp"


@dataclass(frozen=True)
class YamlFile:
    """A file of law by the name that its messages use."""

    path: Path
    name: str

    def root(self) -> Node:
        """Parse the file; a file that is not YAML is refused with its line."""
        import yaml  # loaded with the first file: opening the law stays light

        try:
            text = self.path.read_text(encoding="utf-8")
            node = yaml.compose(text, Loader=_loader())
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            why = " ".join(str(getattr(error, "problem", None) or error).split())
            self.refuse_line(line, f"bukan YAML yang sah ({why})", _mend(why))
        except (OSError, UnicodeDecodeError) as error:
            raise LawRefused(
                f"Berkas hukum {self.name} tidak terbaca ({error}); "
                "pulihkan berkas itu dalam UTF-8."
            ) from error
        if node is None:
            self.refuse_line(1, "kosong", "isi atau hapus berkas itu")
        return cast(Node, node)

    def refuse(self, node: Node, what: str, mend: str) -> NoReturn:
        """Raise `LawRefused` for a node: what is wrong and how to mend it."""
        self.refuse_line(node.start_mark.line + 1, what, mend)

    def refuse_line(self, line: int, what: str, mend: str) -> NoReturn:
        """Raise `LawRefused` for a line counted from 1."""
        raise LawRefused(f"Berkas hukum {self.name} baris {line}: {what}; {mend}.")

    def fields(
        self, node: Node, required: Collection[str], optional: Collection[str]
    ) -> Fields:
        """Read a mapping with exactly these keys, each at most once."""
        found: Fields = {}
        for key_node, value_node in self.pairs(node):
            key = key_node.value
            if key in found:
                self.refuse(key_node, f"kunci '{key}' tertulis dua kali", "hapus satu")
            if key not in required and key not in optional:
                known = ", ".join([*required, *optional])
                self.refuse(
                    key_node, f"kunci '{key}' tidak dikenal", f"yang dikenal: {known}"
                )
            found[key] = value_node
        for key in required:
            if key not in found:
                self.refuse(node, f"kunci '{key}' tidak ada", f"tambahkan {key}")
        return found

    def pairs(self, node: Node) -> list[tuple[Node, Node]]:
        """Read a mapping as its keys and contents, whatever they are."""
        if node.id != "mapping":
            self.refuse(node, "seharusnya pasangan kunci dan isi", "tulis kunci: isi")
        return list(node.value)

    def items(self, node: Node) -> list[Node]:
        """Read a list that has at least one item."""
        if node.id != "sequence" or not node.value:
            self.refuse(node, "seharusnya daftar yang tidak kosong", "tulis - isi")
        return list(node.value)

    def text(self, node: Node) -> str:
        """Read a text that is not blank."""
        text = " ".join(node.value.split()) if node.tag == TEXT_TAG else ""
        if not text:
            self.refuse(node, "seharusnya teks", "apit dengan tanda kutip")
        return text

    def choice(self, node: Node, known: Collection[str]) -> str:
        """Read one of a few known words."""
        word = self.text(node)
        if word not in known:
            self.refuse(
                node, f"'{word}' tidak dikenal", f"pilih satu dari {', '.join(known)}"
            )
        return word

    def day(self, node: Node) -> date:
        """Read a day written YYYY-MM-DD."""
        try:
            if node.tag != DAY_TAG:
                raise ValueError
            return date.fromisoformat(node.value)
        except ValueError:
            self.refuse(
                node, f"'{node.value}' bukan tanggal", "tulis seperti 2015-07-01"
            )

    def whole_number(self, node: Node) -> int:
        """Read an integer written in plain digits."""
        if node.tag != WHOLE_NUMBER_TAG or not str(node.value).lstrip("-").isdigit():
            self.refuse(
                node, f"'{node.value}' bukan bilangan bulat", "tulis angka saja"
            )
        return int(node.value)

    def yes_no(self, node: Node) -> bool:
        """Read true or false."""
        if node.tag != YES_NO_TAG or node.value not in ("true", "false"):
            self.refuse(node, f"'{node.value}' bukan true atau false", "pilih satu")
        return bool(node.value == "true")

    def is_nothing(self, node: Node) -> bool:
        """Tell whether the node says `null`: the value ends here."""
        return bool(node.tag == NOTHING_TAG)


@cache
def _loader() -> Any:
    """Make a loader that decides once for each scalar what it is.

    Dates, keys and confidences repeat in every file; asking PyYAML's patterns anew
    each time takes a sixth of the time in which all of the law is read.
    """
    import yaml  # see `root`

    class Loader(yaml.CSafeLoader):
        resolve = staticmethod(cache(yaml.resolver.Resolver().resolve))

    return Loader


def _mend(why: str) -> str:
    """Say how to mend broken YAML; an unquoted colon is what happens most."""
    if "mapping values" in why:
        return "apit dengan tanda kutip teks yang memuat titik dua"
    return "periksa indentasi, tanda kutip, dan kurung di sekitar baris itu"
