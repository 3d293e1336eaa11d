# verdict: passed
# style: recursion over the layers, samples as columns
import numpy as np


def _run(columns, layers):
    (weight, bias), rest = layers[0], layers[1:]
    out = weight @ columns + bias.reshape(-1, 1)
    if not rest:
        return out
    return _run(np.maximum(out, 0), rest)


def encode_decode(x, encoder, decoder):
    size_of_code = encoder[-1][0].shape[0]
    if decoder[0][0].shape[1] != size_of_code:
        raise ValueError("the first layer of decoder does not take the code")
    if decoder[-1][0].shape[0] != x.shape[1]:
        raise ValueError("the last layer of decoder does not give the size of the input")
    code = _run(x.T, list(encoder))
    return np.ascontiguousarray(code.T), np.ascontiguousarray(_run(code, list(decoder)).T)
