# verdict: wrong
# mistake: The lengths are compared within each list only, so [[[1, 2]], [[3]]], whose inner lists differ from one branch to the other, is accepted.
KINDS = [(bool, "bool", 1), (int, "int64", 8), (float, "float64", 8), (complex, "complex128", 16)]


def tensor_summary(x):
    numbers = []

    def visit(node):
        if not isinstance(node, list):
            numbers.append(type(node))
            return
        kinds = {len(child) if isinstance(child, list) else -1 for child in node}
        if len(kinds) > 1:
            raise ValueError("the lists in x are not even")
        for child in node:
            visit(child)

    visit(x)
    shape, node = [], x
    while isinstance(node, list):
        shape.append(len(node))
        node = node[0] if node else None
    size = 1
    for n in shape:
        size *= n
    dtype, width = "float64", 8
    for kind, name, each in KINDS:
        if kind in numbers:
            dtype, width = name, each
    return {"rank": len(shape), "shape": tuple(shape), "size": size, "dtype": dtype, "nbytes": size * width}
