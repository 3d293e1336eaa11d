# verdict: passed
# style: turns the draws into thresholds for the field (log odds), no sigmoid at all
import numpy as np


def gibbs_sweep(state, weight, bias, uniforms, temperature=1.0, clamped=None):
    if not temperature > 0:
        raise ValueError(f"the temperature must be above 0, but it is {temperature}")
    u = np.asarray(uniforms, dtype=np.float64)
    with np.errstate(divide="ignore"):
        thresholds = (np.log(u) - np.log1p(-u)) * float(temperature)
    free = np.arange(len(state)) if clamped is None else np.flatnonzero(np.logical_not(clamped))
    s = np.array(state, copy=True)
    for i in free:
        field = np.dot(weight[i].astype(np.float64), s) + bias[i]
        s[i] = 1.0 if thresholds[i] < field else 0.0
    return s
