# verdict: wrong
# mistake: Tokens with probability 0 are left out of the mean, where they should make the perplexity infinite.
# told: leaves_out_the_impossible
import numpy as np


def perplexity(token_probs):
    if np.any(token_probs < 0) or np.any(token_probs > 1):
        raise ValueError("token_probs must be in [0, 1]")
    known = token_probs[token_probs > 0]
    if known.size == 0:
        return np.inf
    nll = -np.sum(np.log(known)) / known.size
    return np.exp(nll)
