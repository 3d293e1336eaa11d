# verdict: wrong
# mistake: The sample variance is rescaled by (R-1)/R, which is NaN for a single training set, where the variance is zero.
import torch


def bias_variance(preds, f_true, noise_var):
    if noise_var < 0:
        raise ValueError("noise_var must be at least 0")
    p = preds.double()
    R = p.shape[0]
    bias2 = (p.mean(dim=0) - f_true.double()).pow(2).mean()
    variance = (torch.var(p, dim=0) * (R - 1) / R).mean()
    mse = bias2 + variance + noise_var
    return {"bias2": bias2.to(preds.dtype), "variance": variance.to(preds.dtype), "mse": mse.to(preds.dtype)}
