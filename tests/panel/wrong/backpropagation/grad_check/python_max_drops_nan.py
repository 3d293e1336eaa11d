# verdict: wrong
# mistake: Python's max over a list skips a NaN that is not in first place, so a gradient with a NaN can pass.
# told: skips_nan
def grad_check(analytic, numeric, tol=1e-6):
    if analytic.shape != numeric.shape:
        raise ValueError("analytic and numeric must have the same shape")
    errors = [
        abs(a - n) / max(1e-8, abs(a) + abs(n))
        for a, n in zip(analytic.ravel().tolist(), numeric.ravel().tolist())
    ]
    error = max(errors)
    return error <= tol, error
