"""Tools are scripts, not a package: tests load them by their path."""

import importlib.util

import pytest


@pytest.fixture
def load(root):
    """Return a function that loads one script of tools/ as a module."""

    def load(name):
        found = importlib.util.spec_from_file_location(name, root / f"tools/{name}.py")
        module = importlib.util.module_from_spec(found)
        found.loader.exec_module(module)
        return module

    return load
