# verdict: wrong
# mistake: Collects the rows in np.zeros of the default type, so float32 arrays give float64 results.
# told: returns_float64
import numpy as np


def forward(rows, layers):
    out = np.zeros((len(rows), layers[-1][0].shape[0]))
    for n, h in enumerate(rows):
        for l, (w, b) in enumerate(layers):
            h = w @ h + b
            if l + 1 < len(layers):
                h = h * (h > 0)
        out[n] = h
    return out


def encode_decode(x, encoder, decoder):
    if decoder[0][0].shape[1] != encoder[-1][0].shape[0]:
        raise ValueError("decoder: first layer does not take the code")
    if decoder[-1][0].shape[0] != x.shape[1]:
        raise ValueError("decoder: last layer does not give the size of the input")
    code = forward(x, encoder)
    return code, forward(code, decoder)
