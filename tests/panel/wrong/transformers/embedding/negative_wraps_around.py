# verdict: wrong
# mistake: Relies on NumPy's IndexError, so negative numbers count from the end instead of raising.
# told: counts_from_the_end
import numpy as np


def embedding(input, weight):
    try:
        return weight[np.asarray(input)].copy()
    except IndexError as e:
        raise ValueError(f"input: {e}") from None
