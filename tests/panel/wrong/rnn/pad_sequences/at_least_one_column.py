# verdict: wrong
# mistake: If all sequences are empty the result gets one column of padding instead of none.
import numpy as np


def pad_sequences(sequences, padding_value=0):
    n = len(sequences)
    longest = 1
    for s in sequences:
        longest = max(longest, len(s))
    x = np.empty((n, longest), dtype=sequences[0].dtype)
    mask = np.zeros((n, longest), dtype=bool)
    x[:] = padding_value
    for i in range(n):
        k = len(sequences[i])
        x[i, :k] = sequences[i]
        mask[i, :k] = True
    return x, mask
