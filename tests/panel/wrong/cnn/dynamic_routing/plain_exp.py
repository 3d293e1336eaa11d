# verdict: wrong
# mistake: The softmax exponentiates the logits without subtracting their maximum, so large logits overflow to NaN.
# told: overflows
import numpy as np


def dynamic_routing(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError("n_iters must be at least one")
    b = np.zeros(u_hat.shape[:3], dtype=u_hat.dtype)
    for _ in range(n_iters):
        c = np.exp(b) / np.exp(b).sum(axis=2, keepdims=True)
        s = (c[..., None] * u_hat).sum(axis=1)
        n2 = (s**2).sum(axis=-1, keepdims=True)
        v = np.sqrt(n2) / (1 + n2) * s
        b = b + (u_hat * v[:, None]).sum(axis=-1)
    return v, c
