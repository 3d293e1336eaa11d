# verdict: wrong
# mistake: z2 and y_hat are detached numbers made with .item(), so no gradient gets through them.
import torch


def forward_221(x, params):
    z1 = params["weight1"] @ x + params["bias1"]
    a1 = torch.sigmoid(z1)
    z2 = params["weight2"] @ a1 + params["bias2"]
    y_hat = torch.sigmoid(z2)
    return {"z1": z1, "a1": a1, "z2": torch.tensor(z2.item(), dtype=x.dtype), "y_hat": torch.tensor(y_hat.item(), dtype=x.dtype)}
