"""Invented arrears: debts, promises and payments, played through the actions."""
