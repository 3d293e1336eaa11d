"""The known mistakes of transformers/embedding, as people write them in PyTorch."""

import torch

from solutions.transformers.torch.embedding import embedding

ABSENT = {}


def takes_columns(input, weight):
    return weight[:, input.clamp(max=weight.shape[1] - 1)].movedim(0, -1)


def counts_from_one(input, weight):
    return embedding((input - 1).where(input > 0, input), weight)


def multiplies_one_hot_vectors(input, weight):
    embedding(input, weight)
    return torch.nn.functional.one_hot(input, len(weight)).to(weight.dtype) @ weight


def scales_by_the_root_of_d(input, weight):
    return embedding(input, weight) * weight.shape[1] ** 0.5


def normalizes_the_rows(input, weight):
    rows = embedding(input, weight)
    return rows / rows.norm(dim=-1, keepdim=True)


def loses_the_shape(input, weight):
    return embedding(input.flatten(), weight)


def puts_the_features_first(input, weight):
    return embedding(input, weight).movedim(-1, 0)


def returns_each_token_once(input, weight):
    return embedding(torch.unique(input), weight)


def counts_from_the_end(input, weight):
    size = len(weight)
    return embedding(torch.where((input < 0) & (input >= -size), input + size, input), weight)


def clips_the_numbers(input, weight):
    return embedding(input.clamp(max=len(weight) - 1), weight)


def leaves_the_check_to_the_library(input, weight):
    if torch.any((input < 0) | (input >= len(weight))):
        raise IndexError("index out of range in self")
    return embedding(input, weight)


def returns_float64(input, weight):
    return embedding(input, weight.double())
