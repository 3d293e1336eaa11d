# verdict: wrong
# mistake: Every word other than "xavier" is taken for "he", so an unknown scheme raises no error.
import numpy as np


def signal_survey(x, normals, grad_output, activation, scheme):
    def rms(a):
        return np.sqrt(np.mean(a * a))

    acts = [x]
    slopes = []
    weights = []
    for n in normals:
        n_out, n_in = n.shape
        if scheme == "xavier":
            w = n * (2.0 / (n_in + n_out)) ** 0.5
        else:
            w = n * (2.0 / n_in) ** 0.5
        z = acts[-1] @ w.T
        if activation == "relu":
            h = np.maximum(z, 0)
            d = (z > 0).astype(z.dtype)
        elif activation == "tanh":
            h = np.tanh(z)
            d = 1 - h**2
        elif activation == "sigmoid":
            h = 0.5 * (1 + np.tanh(z / 2))
            d = h * (1 - h)
        else:
            raise ValueError(f"activation must be sigmoid, tanh or relu, got {activation}")
        weights.append(w)
        acts.append(h)
        slopes.append(d)
    grads = [grad_output]
    for w, d in zip(reversed(weights), reversed(slopes)):
        grads.append((grads[-1] * d) @ w)
    return {
        "forward": np.array([rms(a) for a in acts], dtype=x.dtype),
        "backward": np.array([rms(g) for g in reversed(grads)], dtype=x.dtype),
    }
