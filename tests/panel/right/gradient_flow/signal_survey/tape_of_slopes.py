# verdict: passed
# style: the forward pass writes a tape of (slope, weights), the backward pass pops it
import math

import numpy as np


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    s = np.where(z >= 0, np.ones_like(z), e) / (1 + e)
    return s, e / (1 + e) ** 2


def _tanh(z):
    t = np.tanh(z)
    return t, 1 - t * t


def _relu(z):
    return np.maximum(z, 0), (z > 0).astype(z.dtype)


FUNCTIONS = {"sigmoid": _sigmoid, "tanh": _tanh, "relu": _relu}
SCHEMES = {"xavier": lambda n_out, n_in: 2 / (n_in + n_out), "he": lambda n_out, n_in: 2 / n_in}


def _rms(a):
    return math.sqrt(float(np.mean(np.square(a, dtype=np.float64))))


def signal_survey(x, normals, grad_output, activation, scheme):
    if activation not in FUNCTIONS:
        raise ValueError(f"activation: unknown word {activation!r}")
    if scheme not in SCHEMES:
        raise ValueError(f"scheme: unknown word {scheme!r}")
    tape, h = [], x
    forward = [_rms(h)]
    for n in normals:
        w = n * math.sqrt(SCHEMES[scheme](*n.shape))
        h, slope = FUNCTIONS[activation](h @ w.T)
        tape.append((slope, w))
        forward.append(_rms(h))
    g = grad_output
    backward = [_rms(g)]
    while tape:
        slope, w = tape.pop()
        g = (g * slope) @ w
        backward.insert(0, _rms(g))
    return {"forward": np.array(forward, dtype=x.dtype), "backward": np.array(backward, dtype=x.dtype)}
