# verdict: passed
# style: depth-first with a stack of its own, remembers what was seen at each depth
def tensor_summary(x):
    names = ["bool", "int64", "float64", "complex128"]
    nbytes_each = [1, 8, 8, 16]
    at_depth = {}  # depth: length of the lists there, or None for numbers
    widest = -1
    stack = [(x, 0)]
    while stack:
        node, depth = stack.pop()
        is_list = isinstance(node, list)
        here = len(node) if is_list else None
        if at_depth.setdefault(depth, here) != here:
            raise ValueError(f"x is not even: lists and numbers, or lists of different lengths, at depth {depth}")
        if is_list:
            for child in node:
                stack.append((child, depth + 1))
        elif isinstance(node, bool):
            widest = max(widest, 0)
        elif isinstance(node, int):
            widest = max(widest, 1)
        elif isinstance(node, float):
            widest = max(widest, 2)
        else:
            widest = 3
    if widest < 0:
        widest = 2
    shape = []
    for depth in sorted(at_depth):
        if at_depth[depth] is not None:
            shape.append(at_depth[depth])
    size = 1
    for length in shape:
        size *= length
    return {
        "rank": len(shape),
        "shape": tuple(shape),
        "size": size,
        "dtype": names[widest],
        "nbytes": size * nbytes_each[widest],
    }
