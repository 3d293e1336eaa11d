# verdict: wrong
# mistake: Checks only that the decoder takes the code, and not that it gives the size of the input.
# told: allows_a_reduced_reconstruction
import numpy as np


def mlp(h, layers):
    for w, b in layers[:-1]:
        h = np.maximum(h @ w.T + b, 0)
    w, b = layers[-1]
    return h @ w.T + b


def encode_decode(x, encoder, decoder):
    code = mlp(x, encoder)
    if decoder[0][0].shape[1] != code.shape[1]:
        raise ValueError("decoder does not fit the code")
    return code, mlp(code, decoder)
