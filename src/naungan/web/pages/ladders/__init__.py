"""Tangga: the steps of the law with the terms that hold in a region."""
