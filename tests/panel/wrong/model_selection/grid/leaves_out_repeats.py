# verdict: wrong
# mistake: Combinations that were there already are left out, though a repeated value comes as often as it is given.
# told: drops_what_repeats
def grid(space):
    combos = [{}]
    for name, values in space.items():
        if not isinstance(values, (list, tuple)):
            raise ValueError(f"space: {name} needs a list or tuple of values")
        longer = []
        for combo in combos:
            for value in values:
                new = {**combo, name: value}
                if new not in longer:
                    longer.append(new)
        combos = longer
    return combos
