# verdict: wrong
# mistake: The probabilities are multiplied, and for a long text the product is 0 and the perplexity infinite.
# told: multiplies_the_probabilities
import numpy as np


def perplexity(token_probs):
    if token_probs.min() < 0 or token_probs.max() > 1:
        raise ValueError("token_probs out of [0, 1]")
    product = np.prod(token_probs)
    if product == 0:
        return np.inf
    return product ** (-1.0 / len(token_probs))
