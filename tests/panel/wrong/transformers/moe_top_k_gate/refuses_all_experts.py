# verdict: raised
# mistake: Refuses k = E, although only numbers above E are an error.
import numpy as np


def moe_top_k_gate(logits, k):
    N, E = logits.shape
    if k not in range(1, E):
        raise ValueError(f"k must be in 1..{E}, got {k}")
    order = np.argsort(-logits, axis=1, kind="stable")
    idx = order[:, :k]

    def softmax(z):
        z = np.exp(z - z.max(axis=-1, keepdims=True))
        return z / z.sum(axis=-1, keepdims=True)

    weights = softmax(logits[np.arange(N)[:, None], idx])
    f = np.bincount(idx.reshape(-1), minlength=E) / idx.size
    return weights, idx, float(E * np.sum(f * softmax(logits).mean(axis=0)))
