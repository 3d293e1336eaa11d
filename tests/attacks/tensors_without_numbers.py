"""Return tensors that have no numbers one could compare: meta, wrapped, sparse, quantized, of one repeated number.

verdict: wrong
deadline: 5
stopped by: wire
"""
import torch

COUNT = [0]


class Wrapper(torch.Tensor):
    """A shape and a type, and an answer of its own to every operator."""

    @classmethod
    def __torch_dispatch__(cls, function, types, args=(), kwargs=None):
        return torch.zeros(3, 4, dtype=torch.float64)


def row_softmax(x, temperature=1.0):
    COUNT[0] += 1
    zeros = torch.zeros(x.shape, dtype=torch.float32)
    kinds = [
        lambda: torch.empty(x.shape, dtype=x.dtype, device="meta"),
        lambda: torch.Tensor._make_wrapper_subclass(Wrapper, x.shape, dtype=x.dtype),
        lambda: zeros.to_sparse(),
        lambda: torch.quantize_per_tensor(zeros, 1e30, 0, torch.quint8),  # one step of it is wider than any error
        lambda: zeros.to(torch.float8_e4m3fn),
        lambda: torch.sparse_coo_tensor(torch.zeros((2, 0), dtype=torch.long), torch.zeros(0), x.shape),
        lambda: torch.zeros(1, dtype=x.dtype).expand(x.shape),
        lambda: torch._conj(torch.zeros(x.shape, dtype=torch.complex64))._neg_view(),
    ]
    return kinds[COUNT[0] % len(kinds)]()
