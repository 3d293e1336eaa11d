# verdict: passed
# style: torch without a matrix product, broadcasting and sums
import torch


def forward_221(x, params):
    z1 = (params["weight1"] * x).sum(dim=-1).add(params["bias1"])
    a1 = z1.sigmoid()
    z2 = params["weight2"].mul(a1).sum() + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": z2.sigmoid()}
