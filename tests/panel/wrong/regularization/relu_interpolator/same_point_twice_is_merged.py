# verdict: wrong
# mistake: A point given twice with the same y is silently merged into one, though equal x are refused even if their y agree.
import numpy as np


def relu_interpolator(x, y):
    known = {}
    for a, b in zip(x.tolist(), y.tolist()):
        if a in known and known[a] != b:
            raise ValueError(f"x contains {a} twice")
        known[a] = b
    xs = np.array(sorted(known), dtype=x.dtype)
    ys = np.array([known[a] for a in sorted(known)], dtype=y.dtype)
    slopes = (ys[1:] - ys[:-1]) / (xs[1:] - xs[:-1])
    w = np.concatenate([slopes[:1], slopes[1:] - slopes[:-1]])
    return {
        "weight1": np.ones((len(w), 1), dtype=x.dtype),
        "bias1": -xs[:-1],
        "weight2": w[None, :],
        "bias2": ys[:1].copy(),
    }
