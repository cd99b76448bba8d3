"""Shelves are found by looking at the folder."""

import sys

from naungan.engine.shelves import items


def test_every_module_of_a_package_gives_its_item_in_order(tmp_path, monkeypatch):
    shelf = tmp_path / "invented_shelf"
    shelf.mkdir()
    (shelf / "__init__.py").touch()
    for name in ("second", "first"):
        (shelf / f"{name}.py").write_text(f"ITEM = '{name} item'\n")
    monkeypatch.syspath_prepend(tmp_path)
    found = items("invented_shelf", "ITEM")
    assert list(found.items()) == [("first", "first item"), ("second", "second item")]
    for name in ("", ".first", ".second"):
        del sys.modules[f"invented_shelf{name}"]
