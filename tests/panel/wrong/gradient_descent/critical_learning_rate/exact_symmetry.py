# verdict: raised
# mistake: symmetry is tested with ==, so a hessian that is symmetric up to rounding of the last digit is rejected.
import numpy as np


def critical_learning_rate(hessian):
    if not np.array_equal(hessian, hessian.T):
        raise ValueError("hessian must be symmetric")
    eigenvalues = np.linalg.eigvalsh(hessian)
    top = float(eigenvalues.max())
    return 2.0 / top if top > 0 else float("inf")
