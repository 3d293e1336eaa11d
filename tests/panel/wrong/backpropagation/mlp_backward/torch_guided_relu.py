# verdict: wrong
# mistake: At every hidden layer also negative gradients from above are set to zero (a ReLU on the gradient, as in guided backpropagation), which the chain rule does not do.
import torch


def mlp_backward(grad_output, x, params, cache, hidden="relu", out="identity"):
    def slope(name, z, a):
        if name == "relu":
            return (z > 0).to(z.dtype)
        if name == "tanh":
            return 1 - a.square()
        if name == "sigmoid":
            return a * (1 - a)
        return torch.ones_like(z)

    top = len(params) - 1
    delta = grad_output * slope(out, cache["z"][top], cache["a"][top])
    gradients = [()] * len(params)
    for layer in range(top, -1, -1):
        below = cache["a"][layer - 1] if layer else x
        gradients[layer] = (delta.t() @ below, delta.sum(0))
        delta = delta @ params[layer][0]
        if layer and hidden == "relu":
            delta = torch.relu(delta) * slope(hidden, cache["z"][layer - 1], cache["a"][layer - 1])
        elif layer:
            delta = delta * slope(hidden, cache["z"][layer - 1], cache["a"][layer - 1])
    return delta, gradients
