# verdict: wrong
# mistake: The sigmoid as e^z / (1 + e^z) is inf/inf for a score of 1000, so the probability is NaN and the decision a no.
# told: divides_infinity_by_infinity
import torch


def relu_sigmoid_head(x, threshold):
    if threshold < 0 or threshold > 1:
        raise ValueError(f"threshold must be between 0 and 1, got {threshold}")
    z = torch.where(x > 0, x, torch.zeros_like(x))
    e = z.exp()
    p = e / (1 + e)
    return p, p >= threshold
