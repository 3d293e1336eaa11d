# verdict: passed
# style: PyTorch, complex FFT of exactly the length that is wanted
import torch


def fft_convolve(a, b, mode="linear"):
    n, m = a.shape[0], b.shape[0]
    if n == 0:
        raise ValueError("a must have at least one sample")
    if m == 0:
        raise ValueError("b must have at least one sample")
    if mode == "linear":
        size = n + m - 1
    elif mode == "circular":
        size = max(n, m)
    else:
        raise ValueError("mode must be 'linear' or 'circular'")
    fa = torch.fft.fft(a.to(torch.float64), n=size)
    fb = torch.fft.fft(b.to(torch.float64), n=size)
    return torch.fft.ifft(fa * fb).real.to(a.dtype)
