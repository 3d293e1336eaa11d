# verdict: passed
# style: PyTorch, own autograd.Function with backward s (1 - s)
import torch


class _Sigmoid(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        t = torch.exp(-torch.abs(x))
        s = torch.where(x < 0, t, 1.0) / (1.0 + t)
        ctx.save_for_backward(t)
        return s.to(x.dtype)

    @staticmethod
    def backward(ctx, grad):
        (t,) = ctx.saved_tensors
        return grad * t / (1.0 + t) ** 2


def sigmoid(x):
    return _Sigmoid.apply(x)
