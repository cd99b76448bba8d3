"""The app of institutions and people."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Institutions, people, appointments, invitations."""

    name = "naungan.casework.accounts"
    label = "accounts"
    verbose_name = "akun"
