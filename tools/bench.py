"""`./naungan bench NAME …`: run one measurement of benchmarks/ beside its peers."""

import ast
import os
import sys
from pathlib import Path


FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"


def measurements() -> dict[str, Path]:
    """Name every script in benchmarks/ that can be run."""
    return {
        path.stem.replace("_", "-"): path
        for path in sorted(FOLDER.glob("*.py"))
        if 'if __name__ == "__main__":' in path.read_text(encoding="utf-8")
    }


def listing() -> str:
    """Say which measurements there are, with the first line of each."""
    rows = ["Pemakaian: ./naungan bench NAMA [pilihan]", ""]
    for name, path in measurements().items():
        text = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        rows.append(f"  {name:<16} {text.splitlines()[0] if text else ''}")
    return "\n".join(rows)


def main(arguments: list[str]) -> int:
    """Become the named measurement, or list them all."""
    name = arguments[0].replace("_", "-") if arguments else ""
    if name in ("", "-h", "--help"):
        print(listing())
        return 0
    if name not in measurements():
        print(f"Galat: tidak ada pengukuran {name!r}.\n\n{listing()}", file=sys.stderr)
        return 2
    script = str(measurements()[name])
    return os.execv(sys.executable, [sys.executable, script, *arguments[1:]])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
