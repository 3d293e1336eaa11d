# verdict: wrong
# mistake: The fine-tuned layers come from a difference of sets that is sorted by name, so they do not stand from the input to the output.


def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    n = len(layer_names)
    if n_drop < 0 or n_drop > n:
        raise ValueError("n_drop must not be negative or exceed the number of layers")
    keep = n - n_drop
    if n_freeze < 0 or n_freeze > keep:
        raise ValueError("n_freeze must not be negative or exceed the number of remaining layers")
    frozen = layer_names[:n_freeze]
    dropped = layer_names[keep:]
    fine_tuned = sorted(set(layer_names) - set(frozen) - set(dropped))
    return {"frozen": frozen, "fine_tuned": fine_tuned, "dropped": dropped, "new": list(new_layers)}
