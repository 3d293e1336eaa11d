# verdict: raised
# mistake: A probability of exactly 1 is rejected, though it is allowed.
import numpy as np


def perplexity(token_probs):
    for p in token_probs:
        if not 0 <= p < 1:
            raise ValueError(f"token_probs: {p} is not a probability")
    with np.errstate(divide="ignore"):
        return np.exp(-np.mean(np.log(token_probs)))
