# verdict: passed
# style: one pass over the layers, each is put into its bin by its position
def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    n = len(layer_names)
    if not 0 <= n_drop <= n:
        raise ValueError(f"n_drop should be from 0 to {n}, but is {n_drop}")
    remaining = n - n_drop
    if not 0 <= n_freeze <= remaining:
        raise ValueError(f"n_freeze should be from 0 to {remaining}, but is {n_freeze}")
    plan = {"frozen": [], "fine_tuned": [], "dropped": [], "new": []}
    for position, name in enumerate(layer_names):
        if position >= remaining:
            plan["dropped"].append(name)
        elif position < n_freeze:
            plan["frozen"].append(name)
        else:
            plan["fine_tuned"].append(name)
    for name in new_layers:
        plan["new"].append(name)
    return plan
