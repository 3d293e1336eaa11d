# verdict: passed
# style: recursive generator over the names
def _walk(names, space, chosen):
    if not names:
        yield dict(chosen)
        return
    first, rest = names[0], names[1:]
    for value in space[first]:
        yield from _walk(rest, space, [*chosen, (first, value)])


def grid(space):
    for name, values in space.items():
        if not isinstance(values, (list, tuple)):
            raise ValueError(f"space[{name!r}] must be a list or a tuple, not {type(values).__name__}")
    return list(_walk(list(space), space, []))
