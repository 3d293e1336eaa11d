"""Raise SystemExit wherever the kit still runs code of the learner: in flush, __del__, __str__ and hooks.

verdict: raised
stopped by: process
"""
import sys


class Leaving:
    def __del__(self):
        sys.exit(0)

    flush = write = __getattr__ = lambda self, *args: sys.exit(0)


class Odd(type):
    @property
    def __doc__(cls):
        sys.exit(0)


class Failure(Exception, metaclass=Odd):
    def __str__(self):
        sys.exit(0)

    __repr__ = __str__


def row_softmax(x, temperature=1.0):
    sys.stdout = sys.stderr = Leaving()
    sys.excepthook = sys.unraisablehook = lambda *args: sys.exit(0)
    raise Failure(Leaving())
