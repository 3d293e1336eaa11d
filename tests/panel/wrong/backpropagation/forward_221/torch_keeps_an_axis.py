# verdict: wrong
# mistake: z2 and y_hat keep an axis of length one, where tensors without an axis are asked for.
# told: keeps_an_axis
import torch


def forward_221(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.sigmoid(z1)
    z2 = params["weight2"].view(1, 2) @ a1 + params["bias2"]
    return {"z1": z1, "a1": a1, "z2": z2, "y_hat": torch.sigmoid(z2)}
