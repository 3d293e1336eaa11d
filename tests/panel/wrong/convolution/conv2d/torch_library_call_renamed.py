# verdict: forbidden
# mistake: It calls the library's own conv2d under another name.
import torch
from torch.nn.functional import conv2d as cross_correlate


def conv2d(x, weight, bias, stride=1, padding=0):
    if stride < 1:
        raise ValueError("stride must be at least 1")
    if padding < 0:
        raise ValueError("padding must be at least 0")
    if x.shape[1] != weight.shape[1]:
        raise ValueError("channels of x and weight differ")
    if weight.shape[2] > x.shape[2] + 2 * padding or weight.shape[3] > x.shape[3] + 2 * padding:
        raise ValueError("kernel larger than the padded image")
    return cross_correlate(x, weight, bias, stride=stride, padding=padding)
