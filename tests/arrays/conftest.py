"""What the tests of the arrays share."""

import os

import pytest


@pytest.fixture(autouse=True)
def _quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    # Hundreds of graphs are written here, and none needs to last.
    monkeypatch.setattr(os, "fsync", lambda handle: None)
