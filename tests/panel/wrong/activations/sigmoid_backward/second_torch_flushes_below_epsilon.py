# verdict: wrong
# mistake: Sets slopes below machine epsilon to zero, though they count where the gradient is large.
import torch


def sigmoid_backward(grad_output, y):
    slope = y * (1 - y)
    slope = slope.masked_fill(slope < torch.finfo(y.dtype).eps, 0.0)
    return grad_output * slope
