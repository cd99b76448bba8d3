"""Penagihan: the money of cases, payments brought in as a file, mandates."""
