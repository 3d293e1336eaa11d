"""Stands for pytest in a browser: of all of it, the engine needs to know two kinds of exception."""

from __future__ import annotations


class Failed(BaseException):
    """What ``pytest.fail`` raises."""


class Exit(Exception):
    """What ``pytest.exit`` raises."""


class fail:  # pytest's own names
    Exception = Failed


class exit:
    Exception = Exit
