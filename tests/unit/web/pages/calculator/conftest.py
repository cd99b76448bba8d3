"""The calculator needs the web framework set up, but no database."""

import tests.office_database as office


__all__ = ["office"]
