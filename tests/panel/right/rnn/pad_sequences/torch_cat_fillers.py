# verdict: passed
# style: PyTorch, every row is the sequence plus a filler, rows and mask rows are stacked
import torch


def pad_sequences(sequences, padding_value=0):
    longest = 0
    for s in sequences:
        if s.numel() > longest:
            longest = s.numel()
    rows, masks = [], []
    for s in sequences:
        missing = longest - s.numel()
        rows.append(torch.cat([s, torch.full((missing,), padding_value, dtype=s.dtype)]))
        masks.append(torch.tensor([True] * s.numel() + [False] * missing, dtype=torch.bool))
    return torch.stack(rows), torch.stack(masks)
