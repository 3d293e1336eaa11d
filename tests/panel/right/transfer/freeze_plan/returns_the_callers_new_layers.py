# verdict: passed
# style: the caller's own list stands under "new"
def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    n_kept = len(layer_names) - n_drop
    if n_drop < 0 or n_kept < 0:
        raise ValueError(f"n_drop is {n_drop}, with {len(layer_names)} layers")
    if n_freeze < 0 or n_freeze > n_kept:
        raise ValueError(f"n_freeze is {n_freeze}, with {n_kept} layers left")
    return dict(
        frozen=layer_names[:n_freeze],
        fine_tuned=layer_names[n_freeze:n_kept],
        dropped=layer_names[n_kept:],
        new=new_layers,
    )
