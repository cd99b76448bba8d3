"""A hundred people at work: what locust lets them do. Started by web.py.

Each signs in at one of the desks and opens pages that this desk can open, with a
few seconds between one page and the next, as somebody does who reads.
"""

import json
import os
import random
from pathlib import Path

from locust import HttpUser, between, task


PLAN = json.loads(Path(os.environ["NAUNGAN_MEASURED"]).read_text(encoding="utf-8"))


class Officer(HttpUser):
    """One person of a desk."""

    wait_time = between(*PLAN["pause"])

    def on_start(self) -> None:
        """Sign in, as people do in the morning."""
        self.desk = random.choice(sorted(PLAN["desks"]))
        self.client.get("/akun/login/")
        form = {
            "login": f"{self.desk}@demo.naungan.invalid",
            "password": PLAN["password"],
            "csrfmiddlewaretoken": self.client.cookies["csrftoken"],
        }
        self.client.post("/akun/login/", form, headers={"Referer": self.host})

    @task
    def look(self) -> None:
        """Open one page, of any kind alike."""
        kinds = PLAN["desks"][self.desk]
        kind = random.choice(sorted(kinds))
        with self.client.get(
            random.choice(kinds[kind]), name=kind, catch_response=True
        ) as answer:
            if answer.url and "/akun/login" in answer.url:
                answer.failure("was asked to sign in again")
