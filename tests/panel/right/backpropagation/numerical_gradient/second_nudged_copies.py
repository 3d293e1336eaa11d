# verdict: passed
# style: a generator of fresh moved copies from flat unit vectors
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    shape = np.shape(x)
    base = np.asarray(x, dtype=np.float64).flatten()

    def moved(i, by):
        v = base.copy()
        v[i] += by
        return v.reshape(shape)

    slopes = [(float(f(moved(i, eps))) - float(f(moved(i, -eps)))) / (2.0 * eps) for i in range(base.size)]
    return np.array(slopes, dtype=np.float64).reshape(shape) if shape else slopes[0]
