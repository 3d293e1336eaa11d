# verdict: wrong
# mistake: Takes the mean of all units for the incoming weights and the bias, where those of unit 0 are asked for.
import torch


def merge_identical_units(weight1, bias1, weight2, tol=1e-6):
    if ((weight1 - weight1[0]).abs() > tol).any():
        raise ValueError("units differ in weight1")
    if ((bias1 - bias1[0]).abs() > tol).any():
        raise ValueError("units differ in bias1")
    return weight1.mean(0, keepdim=True), bias1.mean(0, keepdim=True), weight2.sum(1, keepdim=True)
