"""The work behind a file and a run: trying out, reconciling, publishing, mending."""
