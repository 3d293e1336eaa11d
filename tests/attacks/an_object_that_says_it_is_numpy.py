"""Return an object of a class whose module equals numpy, whose __class__ changes, and whose bytes differ each time.

verdict: died
stopped by: wire
"""
import numpy as np


class SameAsAll:
    __eq__ = lambda self, other: True
    __hash__ = lambda self: 0
    __add__ = __radd__ = lambda self, other: "numpy"


class Imposter:
    __module__ = SameAsAll()
    looked = 0

    @property
    def __class__(self):
        type(self).looked += 1
        return np.float64 if type(self).looked % 2 else np.ndarray

    dtype, itemsize, nbytes = np.dtype("float64"), 8, 96
    size = property(lambda self: 10**self.looked % 97)
    shape = property(lambda self: (3, 4)[: self.looked])
    tobytes = lambda self, *order: bytes(96)

    def __array__(self, dtype=None, copy=None):
        type(self).looked += 1
        return np.full((self.looked % 5, 4), 0.25)


def row_softmax(x, temperature=1.0):
    return Imposter()
