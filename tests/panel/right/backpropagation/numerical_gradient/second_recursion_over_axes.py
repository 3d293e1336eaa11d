# verdict: passed
# style: recursion over the axes until a single entry is left
import numpy as np


def numerical_gradient(f, x, eps=1e-6):
    x = np.array(x, dtype=np.float64, order="C")

    def walk(where):
        if len(where) < x.ndim:
            return [walk(where + (i,)) for i in range(x.shape[len(where)])]
        keep = x[where]
        values = []
        for sign in (1, -1):
            x[where] = keep + sign * eps
            values.append(float(f(x)))
        x[where] = keep
        return (values[0] - values[1]) / (2 * eps)

    slopes = walk(())
    return slopes if x.ndim == 0 else np.array(slopes, dtype=np.float64).reshape(x.shape)
