# verdict: wrong
# mistake: The output error is y_hat - y as for cross-entropy; the derivative of the output sigmoid is missing.
# told: drops_the_slope_of_the_output
import torch


def backward_221(x, y, params):
    a1 = torch.sigmoid(params["weight1"] @ x + params["bias1"])
    y_hat = torch.sigmoid(params["weight2"] @ a1 + params["bias2"])
    d2 = y_hat - y
    d1 = d2 * params["weight2"] * a1 * (1 - a1)
    return {"weight1": torch.outer(d1, x), "bias1": d1, "weight2": d2 * a1, "bias2": d2}
