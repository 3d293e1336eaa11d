# verdict: passed
# style: scalar function and np.fromiter
import numpy as np


def leaky_relu(x, negative_slope=0.01):
    a = float(negative_slope)

    def one(v):
        return v if v > 0 else a * v

    flat = np.fromiter((one(float(v)) for v in x.flat), dtype=np.float64, count=x.size)
    return flat.reshape(x.shape).astype(x.dtype)
