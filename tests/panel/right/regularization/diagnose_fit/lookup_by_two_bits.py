# verdict: passed
# style: plain Python, table of words indexed by the two comparisons, checks in a loop over names
import math

WORDS = ("good", "underfit", "overfit", "both")


def diagnose_fit(train_error, val_error, target_error, gap_tol):
    for name, value in dict(train_error=train_error, val_error=val_error, target_error=target_error).items():
        if math.isnan(value):
            raise ValueError(name + " is NaN: the run has blown up")
    if gap_tol < 0:
        raise ValueError("gap_tol must not be negative")
    distances = {"bias": float(train_error - target_error), "gap": float(val_error - train_error)}
    code = sum(2**i * (d > gap_tol) for i, d in enumerate(distances.values()))
    return {**distances, "diagnosis": WORDS[code]}
