"""Schemes for the vulnerable: quota, people, money and what they change."""
