# verdict: wrong
# mistake: The dropped layers are listed as they are popped, from the output to the input, and not from the input to the output.
# told: lists_the_dropped_backwards
def freeze_plan(layer_names, n_freeze, n_drop, new_layers):
    if n_drop < 0 or n_drop > len(layer_names):
        raise ValueError(f"invalid n_drop: {n_drop}")
    stack = list(layer_names)
    dropped = []
    for _ in range(n_drop):
        dropped.append(stack.pop())
    if n_freeze < 0 or n_freeze > len(stack):
        raise ValueError(f"invalid n_freeze: {n_freeze}")
    return {"frozen": stack[:n_freeze], "fine_tuned": stack[n_freeze:], "dropped": dropped, "new": list(new_layers)}
