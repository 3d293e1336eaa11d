# verdict: wrong
# mistake: After computing the gradients it also updates the parameters in place, which was not asked and changes the input.
# told: changes_the_parameters
import torch


def backward_221(x, y, params, lr=0.01):
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = torch.sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = (y_hat - y) * y_hat * (1 - y_hat)
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    grads = {"weight1": torch.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}
    with torch.no_grad():
        for name, g in grads.items():
            params[name] -= lr * g
    return grads
