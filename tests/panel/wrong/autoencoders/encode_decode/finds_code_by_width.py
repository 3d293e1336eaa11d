# verdict: wrong
# mistake: Leaves out the ReLU at every layer as wide as the code (or the input), so a hidden layer of that width has none.
import torch


def encode_decode(x, encoder, decoder):
    d = x.shape[1]
    k = encoder[-1][0].shape[0]
    if decoder[0][0].shape[1] != k or decoder[-1][0].shape[0] != d:
        raise ValueError("decoder does not fit the code or the input")
    h = x
    for weight, bias in encoder:
        h = h @ weight.T + bias
        if h.shape[1] != k:
            h = torch.relu(h)
    code = h
    for weight, bias in decoder:
        h = h @ weight.T + bias
        if h.shape[1] != d:
            h = torch.relu(h)
    return code, h
