# verdict: forbidden
# mistake: Calls the sigmoid method of the tensor, the forbidden function under another name.
import torch


def sigmoid(x):
    out = x.clone()
    return out.sigmoid_()
