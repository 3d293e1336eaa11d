# verdict: wrong
# mistake: Takes exp(z - logsumexp(z)), whose logarithm of the count is lost in rounding when the scores are huge, so equal scores of 1e20 all get 1.
# told: takes_the_logarithm_of_raw_scores
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be above 0")
    z = x / temperature
    return torch.exp(z - torch.logsumexp(z, dim=dim, keepdim=True))
