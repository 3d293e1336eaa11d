# verdict: wrong
# mistake: At p = 1 the empty mask is divided by zero, and the result is not a number.
# told: divides_zero_by_zero
import torch


def mc_dropout_predict(x, weight1, bias1, weight2, bias2, p, u=None):
    if p < 0 or p > 1:
        raise ValueError("p must be in [0, 1]")
    h = torch.relu(x @ weight1.T + bias1)
    if u is None:
        probs = torch.softmax(h @ weight2.T + bias2, dim=1)
        return probs, torch.zeros_like(probs)
    if u.dim() != 3 or u.shape[1] != h.shape[0] or u.shape[2] != h.shape[1]:
        raise ValueError("u must have shape (passes, samples, hidden units)")
    mask = (u >= p).to(x.dtype) / (1 - p)
    probs = torch.softmax((h * mask) @ weight2.T + bias2, dim=2)
    mean = probs.mean(dim=0)
    return mean, ((probs - mean) ** 2).mean(dim=0)
