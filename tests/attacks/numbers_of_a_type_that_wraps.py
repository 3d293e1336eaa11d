"""Return numbers of types in which differences wrap, vanish or have no order: unsigned, complex, long and boolean.

verdict: wrong
stopped by: compare
"""
import numpy as np

COUNT = [0]


def row_softmax(x, temperature=1.0):
    COUNT[0] += 1
    imaginary = np.full(x.shape, 1j * np.finfo(float).max)  # no real part differs much
    kinds = [
        np.full(x.shape, 2**64 - 1, np.uint64),
        imaginary,
        np.zeros(x.shape, np.longdouble),
        np.ones(x.shape, bool),
        np.full(x.shape, np.finfo(np.float16).max, np.float16),
        np.zeros(x.shape, ">f8"),  # swapped bytes are read as what they are
    ]
    return kinds[COUNT[0] % len(kinds)]
