# verdict: wrong
# mistake: The pseudo-inverse drops all singular values below a hundredth of the largest, so a feature that is small beside another plays no part in the fit.
# told: adds_a_penalty
import torch


def linear_probe_by_layer(x, y, params, hidden="tanh"):
    table = {"relu": torch.relu, "tanh": torch.tanh, "identity": torch.clone}
    if hidden not in table:
        raise ValueError("hidden must be one of " + ", ".join(table))
    target = 2 * y.double() - 1
    h = x.double()
    hs = [h]
    for weight, bias in params:
        h = table[hidden](torch.addmm(bias.double(), h, weight.double().T))
        hs.append(h)
    result = []
    for h in hs:
        design = torch.cat([h, torch.ones_like(h[:, :1])], dim=1)
        coefficients = torch.linalg.pinv(design, rtol=0.01) @ target
        says = (design @ coefficients > 0.001).to(y.dtype)
        result.append((says == y).double().mean().item())
    return result
