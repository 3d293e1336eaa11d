"""The known mistakes of backpropagation/mlp_backward, as people write them in PyTorch."""

import torch

from solutions.backpropagation.torch.mlp_backward import mlp_backward


def slopes(name, z, a):
    if name == "relu":
        return (z > 0).to(z.dtype)
    return {"tanh": 1 - a * a, "sigmoid": a * (1 - a), "identity": torch.ones_like(a)}[name]


def walked(grad_output, x, params, cache, hidden, out, *, slope=slopes, inputs=None, through=None):
    """The backward pass with other slopes, other inputs of the layers, or other weights to go through; and all deltas."""
    grad, gradients, deltas, inputs = grad_output, [], [], inputs or [x, *cache["a"]]
    for number in reversed(range(len(params))):
        name = out if number == len(params) - 1 else hidden
        delta = grad * slope(name, cache["z"][number], cache["a"][number])
        deltas.append(delta)
        gradients.append((delta.T @ inputs[number], delta.sum(0)))
        grad = delta @ (through(number, gradients[-1][0]) if through else params[number][0])
    return grad, gradients[::-1], deltas[::-1]


def updates_the_weights(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    for pair, gradient in zip(params, gradients, strict=True):
        for number in range(2):
            pair[number].sub_(0.1 * gradient[number])
    return dx, gradients


def goes_back_through_updated_weights(grad_output, x, params, cache, hidden="relu", out="identity"):
    return walked(grad_output, x, params, cache, hidden, out, through=lambda n, dweight: params[n][0] - 0.1 * dweight)[:2]


def forgets_the_slope_of_the_output(grad_output, x, params, cache, hidden="relu", out="identity"):
    return mlp_backward(grad_output, x, params, cache, hidden, "identity")


def forgets_the_slopes_of_hidden_layers(grad_output, x, params, cache, hidden="relu", out="identity"):
    return mlp_backward(grad_output, x, params, cache, "identity", out)


def takes_the_hidden_slope_everywhere(grad_output, x, params, cache, hidden="relu", out="identity"):
    return mlp_backward(grad_output, x, params, cache, hidden, hidden)


def takes_the_slope_at_the_activation(grad_output, x, params, cache, hidden="relu", out="identity"):
    again = {"tanh": torch.tanh, "sigmoid": torch.sigmoid}

    def slope(name, z, a):
        return slopes(name, z, again[name](a) if name in again else a)

    return walked(grad_output, x, params, cache, hidden, out, slope=slope)[:2]


def passes_at_zero(grad_output, x, params, cache, hidden="relu", out="identity"):
    def slope(name, z, a):
        return (z >= 0).to(z.dtype) if name == "relu" else slopes(name, z, a)

    return walked(grad_output, x, params, cache, hidden, out, slope=slope)[:2]


def multiplies_by_z(grad_output, x, params, cache, hidden="relu", out="identity"):
    return walked(grad_output, x, params, cache, hidden, out, inputs=[x, *cache["z"]])[:2]


def transposes_the_gradients(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx, [(dweight.T.clone(), dbias) for dweight, dbias in gradients]


def averages_over_the_batch(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx, [(dweight / len(x), dbias / len(x)) for dweight, dbias in gradients]


def keeps_dbias_per_sample(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients, deltas = walked(grad_output, x, params, cache, hidden, out)
    return dx, [(dweight, delta.clone()) for (dweight, _), delta in zip(gradients, deltas, strict=True)]


def returns_the_last_layer_first(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx, gradients[::-1]


def stops_at_the_first_layer(grad_output, x, params, cache, hidden="relu", out="identity"):
    _, gradients, deltas = walked(grad_output, x, params, cache, hidden, out)
    return deltas[0], gradients


def returns_float64(grad_output, x, params, cache, hidden="relu", out="identity"):
    dx, gradients = mlp_backward(grad_output, x, params, cache, hidden, out)
    return dx.double(), [tuple(gradient.double() for gradient in pair) for pair in gradients]


def overwrites_grad_output(grad_output, x, params, cache, hidden="relu", out="identity"):
    result = mlp_backward(grad_output, x, params, cache, hidden, out)
    grad_output *= 0.5
    return result
