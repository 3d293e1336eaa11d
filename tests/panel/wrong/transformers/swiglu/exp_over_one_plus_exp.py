# verdict: wrong
# mistake: Writes the sigmoid as exp(z) / (1 + exp(z)), which is inf / inf = NaN for large z.
# told: overflows
import numpy as np


def swiglu(x, weight_gate, weight_up, weight_down):
    z = x @ weight_gate.T
    sigmoid = np.exp(z) / (1 + np.exp(z))
    return (z * sigmoid * (x @ weight_up.T)) @ weight_down.T
