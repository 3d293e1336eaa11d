# verdict: wrong
# mistake: Subtracts the log-sum-exp of the unshifted scores, in which log 2 is lost next to 1e20, so two equal huge scores give 0.
import numpy as np


def log_softmax(x, dim=-1):
    return x - np.logaddexp.reduce(x, axis=dim, keepdims=True)
