# verdict: wrong
# mistake: With no names the list is empty, where it should hold the empty dict.
# told: finds_nothing_without_names
from itertools import product


def grid(space):
    if not space:
        return []
    for name, values in space.items():
        if not isinstance(values, (list, tuple)):
            raise ValueError(f"space: values of {name} must be list or tuple")
    return [dict(zip(space.keys(), combo)) for combo in product(*space.values())]
