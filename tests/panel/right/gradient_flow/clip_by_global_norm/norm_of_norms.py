# verdict: passed
# style: norm of the vector of the arrays' own norms, results written with out= into empty_like
import numpy as np


def clip_by_global_norm(grads, max_norm, eps=1e-6):
    if not max_norm >= 0:
        raise ValueError(f"argument max_norm: expected a number >= 0, got {max_norm!r}")
    norms = [np.linalg.norm(g.astype(np.float64).reshape(-1)) for g in grads]
    norm = np.linalg.norm(norms) if norms else np.float64(0.0)
    scale = min(max_norm / (norm + eps), 1.0)  # this order of min keeps NaN
    out = []
    for g in grads:
        new = np.empty_like(g)
        np.multiply(g, np.float64(scale), out=new, casting="same_kind")
        out.append(new)
    return out, norm
