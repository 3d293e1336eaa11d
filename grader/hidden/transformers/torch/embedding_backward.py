"""The known mistakes of transformers/embedding_backward, as people write them in PyTorch."""

import torch

from solutions.transformers.torch.embedding_backward import embedding_backward

ABSENT = {}


def without_padding(gradient, padding_idx):
    if padding_idx is not None:
        gradient[padding_idx] = 0
    return gradient


def keeps_the_last_gradient(grad_output, input, num_weights, padding_idx=None):
    gradient = torch.zeros_like(embedding_backward(grad_output, input, num_weights, padding_idx))
    for token, grad in zip(input.flatten().tolist(), grad_output.reshape(-1, grad_output.shape[-1]), strict=True):
        gradient[token] = grad
    return without_padding(gradient, padding_idx)


def keeps_the_first_gradient(grad_output, input, num_weights, padding_idx=None):
    flat = grad_output.reshape(-1, grad_output.shape[-1])
    return keeps_the_last_gradient(flat.flip(0), input.flatten().flip(0), num_weights, padding_idx)


def averages_the_occurrences(grad_output, input, num_weights, padding_idx=None):
    count = torch.bincount(input.flatten(), minlength=num_weights).clamp(min=1)
    return embedding_backward(grad_output, input, num_weights, padding_idx) / count[:, None]


def divides_by_the_number_of_places(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx) / max(input.numel(), 1)


def ignores_the_padding(grad_output, input, num_weights, padding_idx=None):
    embedding_backward(grad_output, input, num_weights, padding_idx)
    return embedding_backward(grad_output, input, num_weights)


def takes_zero_for_none(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx or None)


def multiplies_by_a_mask(grad_output, input, num_weights, padding_idx=None):
    embedding_backward(grad_output, input, num_weights, padding_idx)
    keep = (input != (-1 if padding_idx is None else padding_idx)).to(grad_output.dtype)
    return embedding_backward(grad_output * keep[..., None], input, num_weights)


def sizes_it_by_the_largest_token(grad_output, input, num_weights, padding_idx=None):
    gradient = embedding_backward(grad_output, input, num_weights, padding_idx)
    return gradient[: int(input.max()) + 1 if input.numel() else 0].clone()


def returns_the_rows_that_occur(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx)[torch.unique(input)]


def transposes_the_result(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output, input, num_weights, padding_idx).T.clone()


def accepts_any_padding(grad_output, input, num_weights, padding_idx=None):
    known = padding_idx is not None and 0 <= padding_idx < num_weights
    return embedding_backward(grad_output, input, num_weights, padding_idx if known else None)


def returns_float64(grad_output, input, num_weights, padding_idx=None):
    return embedding_backward(grad_output.double(), input, num_weights, padding_idx)


def overwrites_grad_output(grad_output, input, num_weights, padding_idx=None):
    result = embedding_backward(grad_output, input, num_weights, padding_idx)
    if padding_idx is not None:
        grad_output[input == padding_idx] = 0
    return result
