# verdict: passed
# style: PyTorch, a small class for a network, F.linear
import torch
import torch.nn.functional as F


class Network:
    def __init__(self, layers):
        self.layers = list(layers)
        self.size_in = self.layers[0][0].shape[1]
        self.size_out = self.layers[-1][0].shape[0]

    def __call__(self, h):
        *inner, last = self.layers
        for w, b in inner:
            h = torch.relu(F.linear(h, w, b))
        return F.linear(h, *last)


def encode_decode(x, encoder, decoder):
    enc, dec = Network(encoder), Network(decoder)
    if dec.size_in != enc.size_out:
        raise ValueError(f"decoder takes {dec.size_in} numbers, the code has {enc.size_out}")
    if dec.size_out != x.shape[1]:
        raise ValueError(f"decoder gives {dec.size_out} numbers, the input has {x.shape[1]}")
    code = enc(x)
    return code, dec(code)
