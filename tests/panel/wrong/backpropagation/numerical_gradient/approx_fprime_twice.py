# verdict: forbidden
# mistake: It calls scipy.optimize.approx_fprime (once forwards, once backwards), which the statement forbids.
import numpy as np
from scipy.optimize import approx_fprime


def numerical_gradient(f, x, eps=1e-6):
    shape = x.shape
    point = x.astype(np.float64).reshape(-1)
    if point.size == 0:
        return np.zeros(shape)

    def flat_f(v):
        return float(f(v.reshape(shape)))

    forwards = approx_fprime(point, flat_f, eps)
    backwards = approx_fprime(point, flat_f, -eps)
    return (0.5 * (forwards + backwards)).reshape(shape)[()]
