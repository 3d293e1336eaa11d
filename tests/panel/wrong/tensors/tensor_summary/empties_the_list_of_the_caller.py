# verdict: wrong
# mistake: The numbers are collected by popping from x itself, so the caller's list is empty afterwards although x must not be changed.
def _shape(node):
    if not isinstance(node, list):
        return ()
    shapes = [_shape(child) for child in node]
    if any(s != shapes[0] for s in shapes):
        raise ValueError("the lists in x are not even")
    return (len(node),) + (shapes[0] if shapes else ())


def tensor_summary(x):
    shape = _shape(x)
    todo = x if isinstance(x, list) else [x]
    found = []
    while todo:
        node = todo.pop()
        if isinstance(node, list):
            todo.extend(node)
        else:
            found.append(type(node))
    dtype, each = "float64", 8
    for kind, name, width in [(complex, "complex128", 16), (float, "float64", 8), (int, "int64", 8), (bool, "bool", 1)]:
        if kind in found:
            dtype, each = name, width
            break
    return {"rank": len(shape), "shape": shape, "size": len(found), "dtype": dtype, "nbytes": len(found) * each}
