# verdict: passed
# style: plain Python, structural pattern matching, NaN found by self comparison
def _refuse_nan(value, name):
    if value != value:
        raise ValueError(f"cannot diagnose: {name} is not a number")
    return float(value)


def diagnose_fit(train_error, val_error, target_error, gap_tol):
    if gap_tol < 0.0:
        raise ValueError(f"gap_tol has to be at least 0, not {gap_tol}")
    train = _refuse_nan(train_error, "train_error")
    val = _refuse_nan(val_error, "val_error")
    target = _refuse_nan(target_error, "target_error")
    bias, gap = train - target, val - train
    match (bias <= gap_tol, gap <= gap_tol):
        case (True, True):
            word = "good"
        case (False, True):
            word = "underfit"
        case (True, False):
            word = "overfit"
        case _:
            word = "both"
    return {"bias": bias, "gap": gap, "diagnosis": word}
