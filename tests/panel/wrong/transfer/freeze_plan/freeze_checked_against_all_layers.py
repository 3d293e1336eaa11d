# verdict: wrong
# mistake: n_freeze is compared with the number of all layers, not of those that remain after dropping, so too large a value passes silently.
# told: freezes_fewer
def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    n = len(layer_names)
    for name, value in (("n_drop", n_drop), ("n_freeze", n_freeze)):
        if value < 0 or value > n:
            raise ValueError(f"{name} must be between 0 and {n}, got {value}")
    kept = layer_names[: n - n_drop]
    return {
        "frozen": kept[:n_freeze],
        "fine_tuned": kept[n_freeze:],
        "dropped": layer_names[n - n_drop :],
        "new": list(new_layers),
    }
