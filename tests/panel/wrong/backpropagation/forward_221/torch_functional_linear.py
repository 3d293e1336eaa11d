# verdict: forbidden
# mistake: It calls torch.nn.functional.linear, which the statement rules out.
import torch
from torch.nn import functional as fn


def forward_221(x, params):
    z1 = fn.linear(x, params["weight1"], params["bias1"])
    a1 = z1.sigmoid()
    z2 = (params["weight2"] * a1).sum() + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": z2.sigmoid()}
