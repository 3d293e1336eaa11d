# verdict: wrong
# mistake: The row is turned into float32 as in the LLaMA code and weight too, but the result is not cast back, so float64 inputs give float32.
import torch


def rms_norm(x, weight, eps=1e-6):
    h = x.float()
    variance = h.pow(2).mean(-1, keepdim=True)
    h = h * torch.rsqrt(variance + eps)
    return weight.float() * h
