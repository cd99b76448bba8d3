"""Regions as institutions work with them: targets, borders, doubts about figures."""
