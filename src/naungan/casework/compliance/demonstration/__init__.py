"""Invented cases of employers, told as stories and played through the actions."""
