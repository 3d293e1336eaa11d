# verdict: passed
# style: ufuncs with out= on a single work buffer
import numpy as np


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature: expected a number above 0")
    buf = np.empty(x.shape, dtype=np.promote_types(x.dtype, np.float64))
    np.subtract(x, np.maximum.reduce(x, axis=dim, keepdims=True), out=buf)
    np.divide(buf, temperature, out=buf)
    np.exp(buf, out=buf)
    np.divide(buf, np.add.reduce(buf, axis=dim, keepdims=True), out=buf)
    return buf.astype(x.dtype, copy=False)
