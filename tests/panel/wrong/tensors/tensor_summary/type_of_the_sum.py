# verdict: wrong
# mistake: The widest type is found by adding the numbers up, but the sum of two truth values is an int, so lists of bool come out as int64.
from functools import reduce
from operator import add

DTYPES = {bool: ("bool", 1), int: ("int64", 8), float: ("float64", 8), complex: ("complex128", 16)}


def tensor_summary(x):
    shape, level = [], [x]
    while level and any(isinstance(e, list) for e in level):
        if not all(isinstance(e, list) and len(e) == len(level[0]) for e in level if isinstance(level[0], list)):
            raise ValueError("the lists in x are not even")
        if not isinstance(level[0], list):
            raise ValueError("the lists in x are not even")
        shape.append(len(level[0]))
        level = [e for part in level for e in part]
    kind = type(reduce(add, level)) if level else float
    dtype, width = DTYPES[kind]
    return {"rank": len(shape), "shape": tuple(shape), "size": len(level), "dtype": dtype, "nbytes": width * len(level)}
