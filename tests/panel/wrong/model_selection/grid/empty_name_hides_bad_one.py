# verdict: wrong
# mistake: It returns at the first name without values, before the values of later names are checked.
def grid(space):
    result = [{}]
    for name, values in space.items():
        if type(values) not in (list, tuple):
            raise ValueError(f"space[{name!r}] is neither a list nor a tuple")
        if len(values) == 0:
            return []
        result = [dict(r, **{name: v}) for r in result for v in values]
    return result
