# verdict: passed
# style: PyTorch, index_add on zeros, the padding row cleared at the end
import torch


def embedding_backward(grad_output, input, num_weights, padding_idx=None):
    if padding_idx is not None and (padding_idx < 0 or padding_idx >= num_weights):
        raise ValueError("padding_idx names no row of the table")
    ids = input.reshape(-1).long()
    D = grad_output.shape[-1]
    table = grad_output.new_zeros(num_weights, D)
    table.index_add_(0, ids, grad_output.reshape(ids.numel(), D))
    if padding_idx is not None:
        table[padding_idx] = 0.0
    return table
