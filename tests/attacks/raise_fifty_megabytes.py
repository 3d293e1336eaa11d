"""Raise an exception with a text of 50 MB, and notes of 50 MB more.

verdict: raised
stopped by: wire
deadline: 5
"""

TEXT, NOTE = "\x1b[31m" + "x" * 50_000_000, "n" * 50_000_000


def row_softmax(x, temperature=1.0):
    error = ValueError(TEXT)
    error.__notes__ = [NOTE]
    raise error
