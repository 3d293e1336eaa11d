# verdict: passed
# style: PyTorch, boolean masks per place and where, scores collected in a list
import torch


def occlusion_map(f, x, patch, stride=1, fill=0.0):
    _, height, width = x.shape
    if patch > height or patch > width:
        raise ValueError(f"patch {patch} is larger than the image {height} x {width}")
    r = torch.arange(height, device=x.device)[:, None]
    q = torch.arange(width, device=x.device)[None, :]
    whole = torch.as_tensor(f(x), device=x.device)
    rows = []
    for top in range(0, height - patch + 1, stride):
        row = []
        for left in range(0, width - patch + 1, stride):
            covered = (r >= top) & (r < top + patch) & (q >= left) & (q < left + patch)
            image = torch.where(covered, torch.full_like(x, fill), x)
            row.append((whole - torch.as_tensor(f(image), device=x.device)).to(x.dtype).reshape(()))
        rows.append(torch.stack(row))
    return torch.stack(rows)
