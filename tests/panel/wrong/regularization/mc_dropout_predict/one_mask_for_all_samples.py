# verdict: wrong
# mistake: Each pass uses the mask of its first sample for the whole batch, instead of a mask of its own for each sample.
# told: repeats_the_masks_of_one_sample
import numpy as np


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    if p < 0 or p > 1:
        raise ValueError("p out of range [0, 1]")

    def classify(hidden):
        logits = hidden @ weight2.T + bias2
        logits = logits - logits.max(1, keepdims=True)
        e = np.exp(logits)
        return e / e.sum(1, keepdims=True)

    h = np.maximum(0, x @ weight1.T + bias1)
    if u is None:
        out = classify(h)
        return out, np.zeros_like(out)
    if u.ndim != 3 or u.shape[1:] != h.shape:
        raise ValueError("u has the wrong shape")
    results = []
    for t in range(u.shape[0]):
        mask = (u[t, 0] >= p).astype(h.dtype)
        if p < 1:
            mask = mask / (1 - p)
        results.append(classify(h * mask))
    results = np.stack(results)
    return results.mean(0), results.var(0)
