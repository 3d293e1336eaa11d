# verdict: wrong
# mistake: For a batch of one sequence nothing is copied: the result is a view of the input and not a new array.
import numpy as np


def pad_sequences(sequences, padding_value=0):
    if len(sequences) == 1:
        # nothing to pad
        only = sequences[0]
        return only.reshape(1, -1), np.ones((1, only.size), dtype=bool)
    lengths = np.array([s.size for s in sequences])
    T = lengths.max()
    x = np.stack([np.pad(s, (0, T - s.size), constant_values=padding_value) for s in sequences])
    mask = np.arange(T) < lengths[:, None]
    return x, mask
