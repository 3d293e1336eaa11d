# verdict: wrong
# mistake: the output bias is made a tensor of the default dtype, so in float64 it keeps only seven digits.
import torch


def forward_221(x, params):
    b2 = torch.as_tensor(params["bias2"])
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.sigmoid(z1)
    z2 = torch.dot(params["weight2"], a1) + b2
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": torch.sigmoid(z2)}
