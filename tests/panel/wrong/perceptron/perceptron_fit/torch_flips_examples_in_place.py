# verdict: wrong
# mistake: It multiplies the labels into x in place to have one condition for both classes, so the examples of the caller are changed.
# told: overwrites_x
import torch


def perceptron_fit(x, target, max_epochs=100):
    if not bool(((target == 1) | (target == -1)).all()):
        raise ValueError("target must be -1 or +1 everywhere")
    labels = target.to(x.dtype)
    x *= labels[:, None]          # now every row wants a positive score
    w = torch.zeros_like(x[0])
    b = 0.0
    counts, converged = [], False
    while len(counts) < max_epochs and not converged:
        count = 0
        for row, y in zip(x, labels.tolist()):
            if float(torch.dot(w, row)) + y * b <= 0:
                w = w + row
                b = b + y
                count += 1
        counts.append(count)
        converged = count == 0
    return {"weight": w, "bias": b, "mistakes_per_epoch": counts, "converged": converged}
