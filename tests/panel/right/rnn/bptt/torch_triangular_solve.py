# verdict: passed
# style: PyTorch, writes the backward recursion of all steps as one unit upper triangular system and solves it
import torch


def bptt(x, h0, weight_ih, weight_hh, bias_ih, bias_hh, target):
    N, T, D = x.shape
    H = h0.shape[1]
    own = (x, h0, weight_ih, weight_hh, bias_ih, bias_hh)
    x64, h, wi, wh, bi, bh = (a.double() for a in own)
    states = [h]
    for t in range(T):
        states.append(torch.tanh(x64[:, t] @ wi.T + bi + states[-1] @ wh.T + bh))
    states = torch.stack(states, 1)
    err = states[:, 1:] - target.double()
    slope = 1 - states[:, 1:] ** 2
    # delta_t - slope_t * W_hh^T delta_{t+1} = slope_t * err_t
    shift = torch.diag(torch.ones(T - 1, dtype=torch.float64, device=x.device), 1)
    coupling = torch.kron(shift, wh.T.contiguous())
    eye = torch.eye(T * H, dtype=torch.float64, device=x.device)
    solved = []
    for n in range(N):
        d = slope[n].reshape(T * H, 1)
        rhs = d * err[n].reshape(T * H, 1)
        solved.append(torch.linalg.solve_triangular(eye - d * coupling, rhs, upper=True, unitriangular=True))
    delta = torch.stack(solved).reshape(N, T, H)
    rows = delta.reshape(N * T, H)
    grads = (
        delta @ wi,
        delta[:, 0] @ wh,
        rows.T @ x64.reshape(N * T, D),
        rows.T @ states[:, :-1].reshape(N * T, H),
        rows.sum(0),
        rows.sum(0),
    )
    return err.square().sum() / 2, tuple(g.to(a.dtype) for g, a in zip(grads, own))
