# verdict: wrong
# mistake: With n_drop = 0 the slice [:-0] is empty and [-0:] is everything, so all layers are dropped instead of none.
def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    if n_drop < 0 or n_drop > len(layer_names):
        raise ValueError("n_drop must be between 0 and the number of layers")
    if n_freeze < 0 or n_freeze > len(layer_names) - n_drop:
        raise ValueError("n_freeze must be between 0 and the number of layers that remain")
    kept = layer_names[:-n_drop]
    return {
        "frozen": kept[:n_freeze],
        "fine_tuned": kept[n_freeze:],
        "dropped": layer_names[-n_drop:],
        "new": list(new_layers),
    }
