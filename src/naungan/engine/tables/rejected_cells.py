"""The rejected lines as they were written, to send back for mending."""

from naungan.engine.table import Table


TABLE = Table(
    name="rejected_cells",
    meaning="The rejected lines as they were written, to send back for mending.",
    columns={
        "file_id": "number of the file within this run",
        "line": "physical line or sheet row, from 1",
        "cells": "the cells as written",
    },
    query="SELECT file_id, line, cells FROM rejected_cells",
    order_by=("file_id", "line"),
    final_after="findings",
)
