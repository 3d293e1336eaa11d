# verdict: wrong
# mistake: The absolute values are compared with the tolerance, so a model far better on validation data is called overfit, though a negative distance is small.
import math


def diagnose_fit(train_error, val_error, target_error, gap_tol):
    for name, e in (("train_error", train_error), ("val_error", val_error), ("target_error", target_error)):
        if math.isnan(e):
            raise ValueError(f"{name} is NaN")
    if gap_tol < 0:
        raise ValueError("gap_tol is negative")
    bias = float(train_error - target_error)
    gap = float(val_error - train_error)
    high_bias, high_gap = abs(bias) > gap_tol, abs(gap) > gap_tol
    if high_bias and high_gap:
        word = "both"
    elif high_bias:
        word = "underfit"
    elif high_gap:
        word = "overfit"
    else:
        word = "good"
    return {"bias": bias, "gap": gap, "diagnosis": word}
