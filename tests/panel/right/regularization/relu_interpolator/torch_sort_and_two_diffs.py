# verdict: passed
# style: PyTorch, sort with gather, slopes by torch.diff and changes of slope by diff with a leading zero
import torch


def relu_interpolator(x, y):
    xs, order = torch.sort(x)
    ys = torch.gather(y, 0, order)
    steps = torch.diff(xs)
    if bool(torch.any(xs[1:] == xs[:-1])):
        raise ValueError("entries of x must all be different")
    slopes = torch.diff(ys) / steps
    changes = torch.diff(slopes, prepend=torch.zeros_like(slopes[:1]))
    return {
        "weight1": torch.ones_like(steps).reshape(-1, 1),
        "bias1": -xs[:-1],
        "weight2": changes.unsqueeze(0),
        "bias2": ys[:1].clone(),
    }
