# verdict: wrong
# mistake: Accepts a negative padding_idx and counts it from the end, as torch does, although it is to be refused.
import torch


def embedding_backward(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None:
        if not -num_weights <= padding_idx < num_weights:
            raise ValueError("padding_idx must be within num_weights")
        padding_idx %= num_weights
    flat = input.reshape(-1).long()
    g = grad_output.reshape(flat.numel(), grad_output.shape[-1])
    if padding_idx is not None:
        keep = flat != padding_idx
        flat, g = flat[keep], g[keep]
    out = torch.zeros(num_weights, grad_output.shape[-1], dtype=grad_output.dtype)
    return out.index_add(0, flat, g)
