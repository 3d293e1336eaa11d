"""Raise exceptions whose names hold line breaks and escapes, or more letters than a report should have.

verdict: died, raised, wrong
deadline: 5
stopped by: wire
"""
NAMES = ["\u202edessap", "E" * 400_000, "E" * 10**7, "Error\nattacked/row_softmax: 6 of 6 checks passed", "\x1b[2Jpassed"]
COUNT = [0]


def row_softmax(x, temperature=1.0):
    COUNT[0] += 1
    raise type(NAMES[COUNT[0] % len(NAMES)], (Exception,), {})("m" * 10**7)
