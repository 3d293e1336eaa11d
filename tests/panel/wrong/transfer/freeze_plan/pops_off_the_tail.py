# verdict: wrong
# mistake: The dropped layers are popped one by one from the end, so with two or more they are listed from the output to the input.
# told: lists_the_dropped_backwards


def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    remaining = list(layer_names)
    if not 0 <= n_drop <= len(remaining):
        raise ValueError(f"n_drop must be between 0 and {len(remaining)}, got {n_drop}")
    dropped = [remaining.pop() for _ in range(n_drop)]
    if not 0 <= n_freeze <= len(remaining):
        raise ValueError(f"n_freeze must be between 0 and {len(remaining)}, got {n_freeze}")
    return {
        "frozen": remaining[:n_freeze],
        "fine_tuned": remaining[n_freeze:],
        "dropped": dropped,
        "new": list(new_layers),
    }
