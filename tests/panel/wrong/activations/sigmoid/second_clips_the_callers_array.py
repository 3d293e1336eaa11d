# verdict: raised
# mistake: Clips the argument in place, so the input is changed whenever it holds something beyond +-745.
import numpy as np


def sigmoid(x):
    z = np.asarray(x)
    np.clip(z, -745.0, 745.0, out=z)
    with np.errstate(over="ignore"):
        return 1.0 / (1.0 + np.exp(-z))
