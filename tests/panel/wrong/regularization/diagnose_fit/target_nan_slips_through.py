# verdict: wrong
# mistake: Only the training and the validation error are checked for NaN, so a NaN target passes for small bias instead of being refused.
import math


def diagnose_fit(train_error, val_error, target_error, gap_tol):
    if gap_tol < 0:
        raise ValueError(f"gap_tol must be >= 0, got {gap_tol}")
    if math.isnan(train_error):
        raise ValueError("train_error is NaN")
    if math.isnan(val_error):
        raise ValueError("val_error is NaN")
    bias = float(train_error - target_error)
    gap = float(val_error - train_error)
    underfit, overfit = bias > gap_tol, gap > gap_tol
    diagnosis = "both" if underfit and overfit else "underfit" if underfit else "overfit" if overfit else "good"
    return {"bias": bias, "gap": gap, "diagnosis": diagnosis}
