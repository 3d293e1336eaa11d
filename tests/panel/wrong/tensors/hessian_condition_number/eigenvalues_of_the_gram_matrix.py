# verdict: wrong
# mistake: The eigenvalues are taken from X^T X, where the digits of the small ones have drowned in the rounding of the large ones.
# told: squares_the_matrix_first, takes_ill_for_singular
import numpy as np


def hessian_condition_number(x):
    n, d = x.shape
    if n < d:
        return float("inf")
    eigenvalues = np.linalg.eigvalsh(x.T @ x / n)
    smallest, largest = eigenvalues[0], eigenvalues[-1]
    if smallest <= max(n, d) * np.finfo(x.dtype).eps * largest:
        return float("inf")
    return float(largest / smallest)
