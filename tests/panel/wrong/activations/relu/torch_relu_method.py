# verdict: forbidden
# mistake: Uses the relu method of the tensor, the forbidden function under another name.
import torch


def relu(x):
    y = x.clone()
    return y.relu()
