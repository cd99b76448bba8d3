"""Indicators, one each."""
