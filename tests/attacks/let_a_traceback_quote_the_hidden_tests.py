"""Raise in code that claims to stand in the hidden tests, so that the traceback quotes the lines of that file.

verdict: raised
succeeds without: landlock
"""
import traceback


def row_softmax(x, temperature=1.0):
    quoted = []
    for line in range(12):
        try:
            exec(compile("\n" * line + "1 / 0", KNOWN["hidden"], "exec"))
        except ZeroDivisionError:
            quoted += traceback.format_exc().splitlines()[4:-1]
    raise RuntimeError("\n".join(quoted))
