# verdict: raised
# mistake: Compares with > V instead of >= V, so the number V ends in an IndexError rather than the ValueError that names input.
import torch


def embedding(input, weight):
    V = weight.shape[0]
    if torch.any(input < 0) or torch.any(input > V):
        raise ValueError(f"input has token numbers outside 0..{V}")
    return weight[input.long()].clone()
