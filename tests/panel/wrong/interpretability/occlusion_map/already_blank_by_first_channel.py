# verdict: wrong
# mistake: A place is taken as already covered, with drop 0, when only its first channel equals fill, though other channels do change.
import torch


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    _, h, w = x.shape
    if patch > min(h, w):
        raise ValueError("patch is larger than the image")
    score = float(f(x))
    tops = range(0, h - patch + 1, stride)
    lefts = range(0, w - patch + 1, stride)
    drops = torch.zeros((len(tops), len(lefts)), dtype=x.dtype, device=x.device)
    for i, r in enumerate(tops):
        for j, q in enumerate(lefts):
            if bool((x[0, r : r + patch, q : q + patch] == fill).all()):
                continue  # covering it would change nothing: save the call
            covered = x.clone()
            covered[:, r : r + patch, q : q + patch] = fill
            drops[i, j] = score - float(f(covered))
    return drops
