# verdict: wrong
# mistake: The gap is looked at only if the bias is small, so a model with a large bias and a large gap is called underfit and never both.
# told: never_says_both
import math


def diagnose_fit(train_error, val_error, target_error, gap_tol):
    if gap_tol < 0:
        raise ValueError("gap_tol must not be below 0")
    for name in ("train_error", "val_error", "target_error"):
        if math.isnan(locals()[name]):
            raise ValueError(f"{name} must not be NaN")
    bias = float(train_error - target_error)
    gap = float(val_error - train_error)
    diagnosis = "good"
    if bias > gap_tol:
        diagnosis = "underfit"
    elif gap > gap_tol:
        diagnosis = "overfit"
    elif bias > gap_tol and gap > gap_tol:
        diagnosis = "both"
    return {"bias": bias, "gap": gap, "diagnosis": diagnosis}
