"""The known mistakes of gradient_descent/gd_step, as people write them in PyTorch."""

import torch

from solutions.gradient_descent.torch.gd_step import gd_step


def adds_the_gradient(params, grads, lr):
    return gd_step(params, grads, -lr)


def forgets_the_learning_rate(params, grads, lr):
    return gd_step(params, grads, 1.0)


def returns_the_step(params, grads, lr):
    gd_step(params, grads, lr)
    return [-lr * g for g in grads]


def shrinks_the_parameters(params, grads, lr):
    return [new - lr * p for new, p in zip(gd_step(params, grads, lr), params, strict=True)]


def uses_the_sign_only(params, grads, lr):
    return gd_step(params, [g.sign() for g in grads], lr)


def normalises_the_gradient(params, grads, lr):
    return gd_step(params, [g / g.norm() for g in grads], lr)


def averages_the_gradient(params, grads, lr):
    return gd_step(params, [torch.zeros_like(g) + (g.mean() if g.numel() else 0) for g in grads], lr)


def divides_by_the_first_axis(params, grads, lr):
    return gd_step(params, [g / max(len(g), 1) if g.ndim else g for g in grads], lr)


def divides_by_the_number_of_parameters(params, grads, lr):
    return gd_step(params, grads, lr / max(len(params), 1))


def moves_the_first_only(params, grads, lr):
    return [new if i == 0 else params[i].clone() for i, new in enumerate(gd_step(params, grads, lr))]


def pairs_by_shape(params, grads, lr):
    gd_step(params, grads, lr)
    by_shape = {g.shape: g for g in grads}
    return gd_step(params, [by_shape[p.shape] for p in params], lr)


def steps_in_place(params, grads, lr):
    for param, new in zip(params, gd_step(params, grads, lr), strict=True):
        param.copy_(new)
    return params


def hands_back_what_does_not_move(params, grads, lr):
    new = gd_step(params, grads, lr)
    return list(params) if lr == 0 else new


def returns_float64(params, grads, lr):
    return gd_step([p.double() for p in params], grads, lr)


def stops_at_the_shorter_list(params, grads, lr):
    shared = min(len(params), len(grads))
    return gd_step(params[:shared], grads[:shared], lr)


def broadcasts_the_gradient(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("grads: wrong number")
    return [p - lr * g for p, g in zip(params, grads, strict=True)]


def checks_the_shape_of_the_result(params, grads, lr):
    if len(params) != len(grads):
        raise ValueError("grads: wrong number")
    new = [p - lr * g for p, g in zip(params, grads, strict=True) if torch.broadcast_shapes(p.shape, g.shape) == p.shape]
    if len(new) < len(params):
        raise ValueError("grads: wrong shape")
    return new
