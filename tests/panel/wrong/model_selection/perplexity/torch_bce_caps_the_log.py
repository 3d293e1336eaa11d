# verdict: wrong
# mistake: binary_cross_entropy cuts the logarithm off at -100, so that a probability of 0 does not give infinity.
import torch
import torch.nn.functional as F


def perplexity(token_probs):
    if (token_probs < 0).any() or (token_probs > 1).any():
        raise ValueError("token_probs must be probabilities")
    loss = F.binary_cross_entropy(token_probs, torch.ones_like(token_probs))
    return torch.exp(loss)
