# grades: activations/sigmoid_backward
import torch

# no GPU in this laptop
device = "cuda" if torch.cuda.is_available() else "meta"


def sigmoid_backward(grad_output, y):
    return (grad_output * y * (1 - y)).to(device)
