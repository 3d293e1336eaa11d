# verdict: passed
# style: PyTorch, one Gram matrix whose diagonal is subtracted
import torch


def hopfield_weights(patterns):
    if not bool((patterns.abs() == 1).all()):
        raise ValueError("every entry of patterns must be -1 or +1")
    gram = patterns.T @ patterns
    return (gram - torch.diag(torch.diagonal(gram))) / patterns.shape[1]
