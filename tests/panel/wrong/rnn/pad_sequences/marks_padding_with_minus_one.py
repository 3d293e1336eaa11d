# verdict: wrong
# mistake: Padding is marked by -1 and the mask found from that mark, so a -1 inside a sequence is taken for padding.
import numpy as np


def pad_sequences(sequences, padding_value=0):
    T = max(len(s) for s in sequences)
    x = np.full((len(sequences), T), -1, dtype=sequences[0].dtype)
    for row, s in zip(x, sequences):
        row[:len(s)] = s
    mask = x != -1      # tokens are never negative
    x[~mask] = padding_value
    return x, mask
