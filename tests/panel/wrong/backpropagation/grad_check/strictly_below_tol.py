# verdict: wrong
# mistake: An error equal to tol must pass, here only a smaller one does, so even two equal gradients fail with tol=0.
# told: refuses_the_tolerance_itself
import numpy as np


def grad_check(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError("numeric has another shape than analytic")
    scale = np.maximum(1e-8, np.abs(analytic) + np.abs(numeric))
    rel = np.abs(analytic - numeric) / scale
    error = float(np.max(rel)) if np.isfinite(rel).all() else float("nan")
    return bool(error < tol), error
