"""The known mistakes of rnn/pad_sequences, as people write them in PyTorch."""

import torch

from solutions.rnn.torch.pad_sequences import pad_sequences

ABSENT = {"repeats_the_sequence": "There is no torch.resize that repeats a tensor to fill a shape."}


def reads_the_mask_off_the_values(sequences, padding_value=0):
    x, _ = pad_sequences(sequences, padding_value)
    return x, x != padding_value


def inverts_the_mask(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x, ~mask


def cuts_to_the_shortest(sequences, padding_value=0):
    shortest = min(len(s) for s in sequences)
    return pad_sequences([s[:shortest] for s in sequences], padding_value)


def pads_in_front(sequences, padding_value=0):
    x, mask = pad_sequences([s.flip(0) for s in sequences], padding_value)
    return x.flip(1), mask.flip(1)


def ignores_padding_value(sequences, padding_value=0):
    return pad_sequences(sequences)


def puts_time_first(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x.T.contiguous(), mask.T.contiguous()


def pads_the_longest_too(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    more = x.new_full((len(x), 1), padding_value)
    return torch.cat([x, more], dim=1), torch.cat([mask, torch.zeros_like(more, dtype=torch.bool)], dim=1)


def drops_empty_sequences(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    kept = mask.any(dim=1)
    return x[kept], mask[kept]


def sorts_by_length(sequences, padding_value=0):
    return pad_sequences(sorted(sequences, key=len, reverse=True), padding_value)


def returns_floats(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x.double(), mask


def takes_the_dtype_of_the_padding(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x.to(torch.as_tensor(padding_value).dtype), mask


def returns_a_mask_of_numbers(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x, mask.long()


def returns_the_lengths(sequences, padding_value=0):
    x, mask = pad_sequences(sequences, padding_value)
    return x, mask.sum(dim=1)
