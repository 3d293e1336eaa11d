# verdict: passed
# style: PyTorch, the difference of the two probabilities of a softmax over (x, -x), infinities brought in first
import torch


def tanh_from_sigmoid(x):
    # beyond 40 the hyperbolic tangent is 1 to the last digit
    c = torch.clamp(x, -40.0, 40.0)
    p = torch.softmax(torch.stack([c, -c], dim=-1), dim=-1)
    return p[..., 0] - p[..., 1]
