# verdict: passed
# style: PyTorch, log(1 + t) as twice the area tangent of t / (2 + t), with t = exp(-|x|)
import torch


def log_sigmoid(x):
    t = torch.exp(-x.abs())
    log_one_plus_t = 2 * torch.atanh(t / (2 + t))
    return x.clamp(max=0) - log_one_plus_t
