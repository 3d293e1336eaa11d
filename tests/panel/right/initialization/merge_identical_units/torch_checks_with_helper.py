# verdict: passed
# style: torch, helper that checks and takes the first, matrix product with ones
import torch


def first_of_equals(name, t, tol):
    if not bool(((t - t[0]).abs() <= tol).all()):
        raise ValueError(f"the units are not identical in {name}")
    return t[0:1].clone()


def merge_identical_units(weight1, bias1, weight2, tol=1e-6):
    w = first_of_equals("weight1", weight1, tol)
    b = first_of_equals("bias1", bias1, tol)
    return w, b, weight2 @ weight2.new_ones(weight2.shape[1], 1)
