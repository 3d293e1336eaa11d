"""Raise an exception whose class gives no bases and no name when the kit asks for them, but raises again.

verdict: died
stopped by: process
"""


class Shapeless(type):
    @property
    def __mro__(cls):
        raise KeyboardInterrupt("passed")


class Failure(Exception, metaclass=Shapeless):
    def __str__(self):
        raise self

    def with_traceback(self, traceback):
        return None


def row_softmax(x, temperature=1.0):
    raise Failure from Failure()
