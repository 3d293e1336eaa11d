# verdict: passed
# style: opens all brackets of a level at once until numbers or nothing are left
TYPES = {bool: ("bool", 1), int: ("int64", 8), float: ("float64", 8), complex: ("complex128", 16)}
WIDTHS = list(TYPES)


def tensor_summary(x):
    items, shape = [x], []
    while items:
        lists = [item for item in items if isinstance(item, list)]
        if not lists:
            break
        lengths = {len(item) for item in lists}
        if len(lists) < len(items) or len(lengths) > 1:
            raise ValueError("the lists in x are not even")
        shape.append(lengths.pop())
        items = [entry for item in lists for entry in item]
    kind = max((type(number) for number in items), key=WIDTHS.index, default=float)
    dtype, each = TYPES[kind]
    size = len(items)
    return {"rank": len(shape), "shape": tuple(shape), "size": size, "dtype": dtype, "nbytes": size * each}
