"""Perkembangan: the funnel of cases and how long they lie."""
