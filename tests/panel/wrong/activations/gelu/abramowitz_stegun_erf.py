# verdict: wrong
# mistake: It replaces erf by a polynomial fit that is good to seven digits only, so float64 results are off by far more than the rounding of x.
import numpy as np


def _erf(t):
    sign = np.sign(t)
    t = np.abs(t)
    k = 1.0 / (1.0 + 0.3275911 * t)
    poly = k * (0.254829592 + k * (-0.284496736 + k * (1.421413741 + k * (-1.453152027 + k * 1.061405429))))
    return sign * (1.0 - poly * np.exp(-t * t))


def gelu(x, approximate="none"):
    if approximate == "tanh":
        cubic = x + 0.044715 * x**3
        return (0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * cubic))).astype(x.dtype)
    if approximate == "none":
        return (0.5 * x * (1 + _erf(x / np.sqrt(2)))).astype(x.dtype)
    raise ValueError(f"approximate must be 'none' or 'tanh', got {approximate!r}")
