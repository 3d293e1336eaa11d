# verdict: passed
# style: NumPy, the gate through logaddexp
import numpy as np


def swish(x, beta=1.0):
    t = np.asarray(x, dtype=np.float64) * beta
    log_gate = -np.logaddexp(0.0, -t)
    return np.asarray(x * np.exp(log_gate), dtype=x.dtype)
