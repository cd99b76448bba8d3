"""The whole law as one book: opened once, each file read when first asked for.

`enacted()` is the law as shipped. `Book(overlay=folder)` is the same law with
an office's own files laid over it; every value that they change says so in
`overlaid_by`.
"""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from naungan.law.source.entry import Citation, Entry
from naungan.law.source.instrument import Instrument, read_instruments
from naungan.law.source.parameter import Parameter
from naungan.law.source.parameter_file import overlay as lay_over, read_parameter
from naungan.law.source.yaml_file import YamlFile
from naungan.lib.dates import month_of
from naungan.lib.errors import LawRefused


if TYPE_CHECKING:
    from naungan.law.obligation import Obligation
    from naungan.law.step import Step

# Duties, steps and hashing are imported where they are read: a question about money
# needs none of them, and asking in a terminal should start at once.

ROOT = Path(__file__).parent
VERSION_DIGITS = 16


class Book:
    """The law in one folder, with or without an office's overlay."""

    def __init__(self, root: Path = ROOT, overlay: Path | None = None) -> None:
        """Open a folder of law; nothing is read yet."""
        self.root = root
        self.overlay = overlay
        self._parameters: dict[str, Parameter] = {}
        if overlay is not None:
            self._refuse_strangers(overlay)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Name every parameter, in alphabetical order."""
        return _stems(self.root / "parameters")

    @cached_property
    def known(self) -> frozenset[str]:
        """Give the same names for looking one up."""
        return frozenset(self.paths)

    @cached_property
    def months(self) -> tuple[int, int]:
        """Give the first and the last month index that the book answers for."""
        file = YamlFile(self.root / "enacted.yaml", "enacted.yaml")
        keys = ("first_day", "last_day", "checked_on")
        found = file.fields(file.root(), keys, ("note",))
        return month_of(file.day(found["first_day"])), month_of(
            file.day(found["last_day"])
        )

    @cached_property
    def instruments(self) -> dict[str, Instrument]:
        """Give every instrument by its id."""
        path = self.root / "instruments.yaml"
        return read_instruments(YamlFile(path, path.name))

    @cached_property
    def obligations(self) -> dict[str, "Obligation"]:
        """Give every obligation by its code, its articles checked."""
        folder = self.root / "obligations"
        found = {code: self._obligation(folder, code) for code in _stems(folder)}
        return found

    @cached_property
    def steps(self) -> dict[str, "Step"]:
        """Give every step of enforcement by its code, its references checked."""
        from naungan.law.step import check_order

        folder = self.root / "steps"
        codes = _stems(folder)
        files = {c: YamlFile(folder / f"{c}.yaml", f"steps/{c}.yaml") for c in codes}
        steps = {code: self._step(files[code], code, codes) for code in codes}
        for code, step in steps.items():
            check_order(files[code], step, steps)
        return steps

    def parameter(self, path: str) -> Parameter:
        """Give one parameter by its path; an unknown path is refused."""
        if path not in self._parameters:
            self._parameters[path] = self._read(path)
        return self._parameters[path]

    def parameters(self) -> list[Parameter]:
        """Give all parameters in the order of their paths."""
        return [self.parameter(path) for path in self.paths]

    def obligations_of(self, finding: str) -> list["Obligation"]:
        """Give the duties that a finding says are broken."""
        return [one for one in self.obligations.values() if finding in one.findings]

    def legal_basis(self, finding: str, month: int) -> str:
        """Cite the articles behind a finding in a month, as one line of text."""
        cited = [
            self.cite(citation)
            for duty in self.obligations_of(finding)
            for basis in duty.bases_at_month(month)
            for citation in basis.citations
        ]
        return "; ".join(dict.fromkeys(cited))

    def cite(self, citation: Citation) -> str:
        """Write a citation as people do: `PP 44/2015 Pasal 18`."""
        return f"{self.instruments[citation.instrument].short} {citation.article}"

    @cached_property
    def version(self) -> str:
        """Hash every file of law: the same law has the same version anywhere."""
        import hashlib

        digest = hashlib.sha256()
        for folder in (self.root, self.overlay):
            for path in sorted(folder.rglob("*.yaml")) if folder else []:
                digest.update(_name(path, folder or ROOT).encode())
                digest.update(b"\0")
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
                digest.update(b"\0")
        return digest.hexdigest()[:VERSION_DIGITS]

    def _read(self, path: str) -> Parameter:
        if path not in self.known:
            raise LawRefused(
                f"Nilai hukum '{path}' tidak ada; {self._nearest(path)}"
                "semua jalur ditunjukkan oleh law show."
            )
        file = YamlFile(self.root / "parameters" / f"{path}.yaml", f"{path}.yaml")
        parameter = read_parameter(file, path)
        if self.overlay is not None and (self.overlay / f"{path}.yaml").exists():
            laid = self.overlay / f"{path}.yaml"
            file = YamlFile(laid, str(laid))
            parameter = lay_over(parameter, laid, file.name)
        self._check_citations(file, parameter.entries)
        return parameter

    def _obligation(self, folder: Path, code: str) -> "Obligation":
        from naungan.law.obligation import read_obligation

        file = YamlFile(folder / f"{code}.yaml", f"obligations/{code}.yaml")
        duty = read_obligation(file, code)
        self._check_citations(file, duty.legal_bases)
        if duty.clock is not None and duty.clock not in self.known:
            file.refuse_line(1, f"clock '{duty.clock}' tidak ada", "betulkan jalurnya")
        return duty

    def _step(self, file: YamlFile, code: str, codes: tuple[str, ...]) -> "Step":
        from naungan.law.step import read_step

        step = read_step(file, code, codes)
        self._check_citations(file, step.legal_bases)
        for path in step.paths:
            if path not in self.paths:
                file.refuse_line(1, f"nilai '{path}' tidak ada", "betulkan jalurnya")
        return step

    def _check_citations(self, file: YamlFile, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            for citation in entry.citations:
                known = citation.instrument in self.instruments
                if not known and (citation.instrument or entry.overlaid_by is None):
                    file.refuse_line(
                        entry.line,
                        f"peraturan '{citation.instrument}' tidak ada di "
                        "instruments.yaml",
                        "tambahkan di sana atau betulkan id-nya",
                    )

    def _nearest(self, path: str) -> str:
        import difflib

        near = difflib.get_close_matches(path, self.paths, 1)
        return f"mungkin {near[0]}; " if near else ""

    def _refuse_strangers(self, overlay: Path) -> None:
        if not overlay.is_dir():
            raise LawRefused(
                f"Folder timpaan hukum {overlay} tidak ada; periksa jalurnya."
            )
        for path in _stems(overlay):
            if path not in self.known:
                raise LawRefused(
                    f"Berkas timpaan {overlay / path}.yaml tidak menimpa nilai apa "
                    f"pun; {self._nearest(path)}samakan jalurnya dengan nilai yang "
                    "ditimpa."
                )


@cache
def enacted() -> Book:
    """Open the law as shipped, once per process."""
    return Book()


def _stems(folder: Path) -> tuple[str, ...]:
    found = (_name(path, folder) for path in folder.rglob("*.yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in found))


def _name(path: Path, folder: Path) -> str:
    """Name a file by its place in a folder; cheaper than asking for relative paths."""
    return path.as_posix().removeprefix(f"{folder.as_posix()}/")
