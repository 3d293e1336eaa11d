# verdict: passed
# style: NumPy einsum, the gradient at the hidden layer collected over tasks
import numpy as np


def hard_sharing_grads(x, targets, weight, heads, task_weights):
    dtype = weight.dtype
    hidden = np.tanh(np.einsum("nd,hd->nh", x, weight))
    into_trunk = np.zeros_like(hidden)
    by_heads = []
    for y, v, lam in zip(targets, heads, task_weights):
        residual = np.einsum("nh,kh->nk", hidden, v) - y
        delta = residual * dtype.type(2.0 * lam / residual.size)
        by_heads.append(np.einsum("nk,nh->kh", delta, hidden))
        into_trunk += np.einsum("nk,kh->nh", delta, v)
    by_weight = np.einsum("nh,nd->hd", into_trunk * (1 - hidden * hidden), x)
    return by_weight, by_heads
