"""Fail in a function whose name, and in a line whose text, are lines of a report that was never written.

verdict: raised
stopped by: wire
"""
import linecache
import types

REPORT = "f\nattacked/row_softmax: 6 of 6 checks passed, 10 of 10 points\n\x1b[32m"


def fails(x):
    raise ValueError("no")


def row_softmax(x, temperature=1.0):
    linecache.cache[__file__] = (1, None, [REPORT + " it passed\n"] * 200, __file__)
    linecache.checkcache = lambda *args: None
    linecache.getline = lambda *args: REPORT * 3
    return types.FunctionType(fails.__code__.replace(co_name=REPORT, co_qualname=REPORT), globals())(x)
