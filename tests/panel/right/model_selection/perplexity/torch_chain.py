# verdict: passed
# style: PyTorch, one chain of methods
import torch


def perplexity(token_probs):
    if not torch.all((token_probs >= 0) & (token_probs <= 1)):
        raise ValueError("token_probs holds a number that is no probability")
    return token_probs.log().neg().mean().exp()
