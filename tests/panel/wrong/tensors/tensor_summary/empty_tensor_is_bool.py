# verdict: wrong
# mistake: Where there is no number the smallest type, bool, is left over from the start, but an empty tensor is float64.
NAMES = ("bool", "int64", "float64", "complex128")
BYTES = (1, 8, 8, 16)
ORDER = {bool: 0, int: 1, float: 2, complex: 3}


def _describe(node):
    if not isinstance(node, list):
        return (), ORDER[type(node)]
    parts = [_describe(child) for child in node]
    shapes = {shape for shape, _ in parts}
    if len(shapes) > 1:
        raise ValueError("the lists in x are not even")
    inner = shapes.pop() if shapes else ()
    return (len(node), *inner), max((kind for _, kind in parts), default=0)


def tensor_summary(x):
    shape, kind = _describe(x)
    size = 1
    for n in shape:
        size *= n
    return {"rank": len(shape), "shape": shape, "size": size, "dtype": NAMES[kind], "nbytes": size * BYTES[kind]}
