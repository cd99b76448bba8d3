"""Schemes that protect vulnerable workers: quota, list, decision, money, enrolment."""
