# verdict: wrong
# mistake: torch.allclose is called with its default rtol, so the tolerance is not absolute and a leak in large outputs is forgiven.
# told: forgives_in_proportion
import torch


def is_causal(f, x, t, delta=1.0, atol=1e-8):
    T = x.shape[1]
    if delta == 0:
        raise ValueError("delta must not be zero")
    if t < 0 or t >= T - 1:
        raise ValueError("t must satisfy 0 <= t <= T - 2")
    x2 = x.clone()
    x2[:, t + 1:] = x2[:, t + 1:] + delta
    a = f(x)[:, :t + 1]
    b = f(x2)[:, :t + 1]
    leak = float((b - a).abs().max())
    return torch.allclose(b, a, atol=atol), leak
