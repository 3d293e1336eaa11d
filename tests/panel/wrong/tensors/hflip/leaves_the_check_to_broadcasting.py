# verdict: wrong
# mistake: Only what cannot be broadcast is an error, so a single flag for several images, or several flags for one image, is accepted.
# told: lets_one_flag_broadcast
import numpy as np


def hflip(x, flags):
    try:
        return np.where(flags[:, None, None, None], x[:, :, :, ::-1], x)
    except ValueError:
        raise ValueError(f"flags must have {len(x)} entries, has {len(flags)}") from None
