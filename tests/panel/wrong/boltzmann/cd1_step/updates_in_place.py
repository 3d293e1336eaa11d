# verdict: wrong
# mistake: The parameters are updated in place, so the caller's old arrays are overwritten and no new ones are returned.
import numpy as np


def cd1_step(visible, weight, visible_bias, hidden_bias, hidden_uniforms, visible_uniforms, lr):
    def sigma(x):
        e = np.exp(-np.abs(x))
        return np.where(x >= 0, 1 / (1 + e), e / (1 + e))

    n = len(visible)
    p0 = sigma(visible @ weight.T + hidden_bias)
    h0 = (hidden_uniforms < p0).astype(weight.dtype)
    v1 = (visible_uniforms < sigma(h0 @ weight + visible_bias)).astype(weight.dtype)
    p1 = sigma(v1 @ weight.T + hidden_bias)
    weight += lr * (p0.T @ visible - p1.T @ v1) / n
    visible_bias += lr * np.mean(visible - v1, axis=0)
    hidden_bias += lr * np.mean(p0 - p1, axis=0)
    return weight, visible_bias, hidden_bias
