# verdict: wrong
# mistake: the output values leave as Python floats by item(), so no gradient gets through them.
import torch


def forward_221(x, params):
    z1 = torch.mv(params["weight1"], x) + params["bias1"]
    a1 = torch.sigmoid(z1)
    z2 = torch.dot(params["weight2"], a1) + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2.item(), "y_hat": torch.sigmoid(z2).item()}
