# verdict: wrong
# mistake: Subtracts the logsumexp of the unshifted scores, whose small part is lost when the scores are large, so equal huge scores each get probability 1.
# told: takes_the_logarithm_of_raw_scores
import torch


def softmax(x, dim=-1, temperature=1.0):
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    z = x / float(temperature)
    # logsumexp takes care of the overflow
    return torch.exp(z - torch.logsumexp(z, dim=dim, keepdim=True))
