# verdict: passed
# style: NumPy, softplus as logaddexp with the warnings silenced
import numpy as np


def memory_half_life(forget_bias):
    minus_log_gate = np.logaddexp(0.0, -np.float64(forget_bias))
    with np.errstate(divide="ignore", over="ignore"):
        return float(np.log(2.0) / minus_log_gate)
