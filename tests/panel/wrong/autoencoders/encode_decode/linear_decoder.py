# verdict: wrong
# mistake: The decoder has no ReLU between its layers.
# told: forgets_the_relu_of_the_decoder
import numpy as np


def encode_decode(x, encoder, decoder):
    if decoder[0][0].shape[1] != encoder[-1][0].shape[0]:
        raise ValueError("decoder must take the code")
    if decoder[-1][0].shape[0] != x.shape[1]:
        raise ValueError("decoder must give the size of the input")
    h = x
    for i, (w, b) in enumerate(encoder):
        h = h @ w.T + b
        if i < len(encoder) - 1:
            h = np.maximum(h, 0)
    code = h
    for w, b in decoder:
        h = h @ w.T + b
    return code, h
