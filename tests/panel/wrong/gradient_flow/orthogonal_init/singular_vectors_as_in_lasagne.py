# verdict: wrong
# mistake: It takes the singular vectors of the matrix, which are orthonormal too, but not those that Gram-Schmidt from left to right gives.
# told: forgets_the_signs
import numpy as np


def orthogonal_init(gaussian, gain=1.0):
    if gaussian.ndim != 2:
        raise ValueError(f"gaussian must be a matrix, got shape {gaussian.shape}")
    u, _, vt = np.linalg.svd(gaussian, full_matrices=False)
    # pick the one with the right shape
    q = u if u.shape == gaussian.shape else vt
    return (gain * q).astype(gaussian.dtype)
