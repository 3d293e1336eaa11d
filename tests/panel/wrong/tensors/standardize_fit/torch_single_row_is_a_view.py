# verdict: wrong
# mistake: For a single row the mean is x[0], a view of the training set and not a new array, so that it changes together with x.
import torch


def standardize_fit(x):
    n = x.shape[0]
    if n == 0:
        raise ValueError("x must have at least one row")
    if n == 1:
        return x[0], torch.zeros_like(x[0])
    moved = x.double() - x[0].double()
    centre = moved.mean(dim=0)
    std = ((moved - centre) ** 2).mean(dim=0).sqrt()
    return (x[0].double() + centre).to(x.dtype), std.to(x.dtype)
