# verdict: wrong
# mistake: The agreements are averaged over the batch into one table of logits, but each image is routed on its own.
# told: shares_logits_in_the_batch
import numpy as np


def squash(s):
    n2 = (s * s).sum(-1, keepdims=True)
    n = np.sqrt(n2)
    return s * n / (1 + n2)


def dynamic_routing(u_hat, n_iters=3):
    if n_iters < 1:
        raise ValueError("n_iters must be >= 1")
    N, I, J, D = u_hat.shape
    b = np.zeros((1, I, J), dtype=u_hat.dtype)
    for _ in range(n_iters):
        e = np.exp(b - b.max(axis=-1, keepdims=True))
        c = e / e.sum(axis=-1, keepdims=True)
        c = np.repeat(c, N, axis=0)
        v = squash(np.einsum("nij,nijd->njd", c, u_hat))
        agreement = np.einsum("nijd,njd->nij", u_hat, v)
        b = b + agreement.mean(axis=0, keepdims=True)
    return v, c
