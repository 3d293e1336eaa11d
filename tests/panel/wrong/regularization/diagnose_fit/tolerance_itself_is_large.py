# verdict: wrong
# mistake: A distance of exactly gap_tol is treated as large, though only more than gap_tol is.
# told: counts_the_boundary
import math


def diagnose_fit(train_error, val_error, target_error, gap_tol):
    if gap_tol < 0:
        raise ValueError("gap_tol must be at least 0")
    if math.isnan(train_error):
        raise ValueError("train_error must not be NaN")
    if math.isnan(val_error):
        raise ValueError("val_error must not be NaN")
    if math.isnan(target_error):
        raise ValueError("target_error must not be NaN")
    bias = float(train_error) - float(target_error)
    gap = float(val_error) - float(train_error)
    small_bias = bias < gap_tol
    small_gap = gap < gap_tol
    table = {(True, True): "good", (False, True): "underfit", (True, False): "overfit", (False, False): "both"}
    return {"bias": bias, "gap": gap, "diagnosis": table[small_bias, small_gap]}
