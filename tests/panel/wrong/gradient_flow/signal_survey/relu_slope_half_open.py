# verdict: wrong
# mistake: The slope of ReLU is 1 where z is exactly 0, although the statement says 0.
# told: lets_zero_pass
import numpy as np


def _act(z, name):
    if name == "relu":
        return z * (z > 0)
    if name == "tanh":
        return np.tanh(z)
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def _slope(z, name):
    if name == "relu":
        return 1 - (z < 0).astype(z.dtype)
    a = _act(z, name)
    return 1 - a * a if name == "tanh" else a * (1 - a)


def signal_survey(x, normals, grad_output, activation, scheme):
    if activation not in ("sigmoid", "tanh", "relu"):
        raise ValueError(f"bad activation: {activation}")
    if scheme not in ("xavier", "he"):
        raise ValueError(f"bad scheme: {scheme}")
    rms = lambda a: np.sqrt((a * a).mean())
    ws = [n * float(np.sqrt(2 / (sum(n.shape) if scheme == "xavier" else n.shape[1]))) for n in normals]
    h, zs, forward = x, [], [rms(x)]
    for w in ws:
        zs.append(h @ w.T)
        h = _act(zs[-1], activation)
        forward.append(rms(h))
    g, backward = grad_output, [rms(grad_output)]
    for w, z in zip(reversed(ws), reversed(zs)):
        g = (g * _slope(z, activation)) @ w
        backward.append(rms(g))
    return {"forward": np.array(forward, x.dtype), "backward": np.array(backward[::-1], x.dtype)}
