# verdict: wrong
# mistake: torch.full takes its dtype from padding_value and not from the sequences, so floats are cut to integers and int32 becomes int64.
# told: takes_the_dtype_of_the_padding
import torch


def pad_sequences(sequences, padding_value=0):
    lengths = torch.tensor([len(s) for s in sequences])
    T = int(lengths.max())
    x = torch.full((len(sequences), T), padding_value)
    for i, s in enumerate(sequences):
        x[i, :len(s)] = s
    mask = torch.arange(T)[None, :] < lengths[:, None]
    return x, mask
