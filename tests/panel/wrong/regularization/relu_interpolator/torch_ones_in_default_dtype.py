# verdict: wrong
# mistake: The ones of the hidden layer are made in the default float32 and not in the dtype of the inputs.
import torch


def relu_interpolator(x, y):
    order = torch.argsort(x)
    xs, ys = x[order], y[order]
    dx = xs[1:] - xs[:-1]
    if (dx == 0).any():
        raise ValueError("x contains equal entries")
    slopes = (ys[1:] - ys[:-1]) / dx
    w = slopes.clone()
    w[1:] = slopes[1:] - slopes[:-1]
    return {
        "weight1": torch.ones(len(xs) - 1, 1),
        "bias1": -xs[:-1],
        "weight2": w.reshape(1, -1),
        "bias2": ys[0].reshape(1),
    }
