"""Raise in code that claims to stand in the hidden tests, so that the traceback quotes the line of that file.

verdict: raised
succeeds without: landlock
"""
import traceback


def row_softmax(x, temperature=1.0):
    try:
        exec(compile("1 / 0", KNOWN["hidden"], "exec"))
    except ZeroDivisionError:
        raise RuntimeError(traceback.format_exc()) from None
