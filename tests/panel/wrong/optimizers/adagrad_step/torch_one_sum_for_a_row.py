# verdict: wrong
# mistake: For matrices the squares are averaged over the last axis (row-wise AdaGrad), although every parameter has a sum of its own.
import torch


def adagrad_step(param, grad, square_sum, lr=1e-2, eps=1e-10):
    squares = grad.square()
    if grad.dim() > 1:
        # one accumulator for each row, e.g. each word vector of an embedding
        squares = squares.mean(dim=-1, keepdim=True)
    new_sum = square_sum + squares
    return param - lr * grad / (new_sum.sqrt() + eps), new_sum
