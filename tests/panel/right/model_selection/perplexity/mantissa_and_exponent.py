# verdict: passed
# style: frexp splits off the powers of two, log2 only of the mantissas
import numpy as np


def perplexity(token_probs):
    p = np.asarray(token_probs)
    if (p < 0).any() or (p > 1).any():
        raise ValueError("token_probs must be from 0 to 1")
    if (p == 0).any():
        return p.dtype.type(np.inf)
    mantissa, exponent = np.frexp(p.astype(np.float64))
    bits = -(np.log2(mantissa) + exponent).mean()
    return p.dtype.type(2.0**bits)
