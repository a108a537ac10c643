#@ path: vllm/v1/worker/gpu_model_runner.py
"""Reads of what is on the host, and waits that are meant or rare."""

import numpy as np
import torch


class Runner:
    def __init__(self, device):
        self.device = device
        self.lens_cpu = torch.zeros(64, dtype=torch.int32, pin_memory=True)
        self.on_host = torch.zeros(64, dtype=torch.int32, device="cpu")
        self.mask = torch.zeros(64, dtype=torch.bool, device=device)
        self.debug = False
        self.copied = torch.cuda.Event()

    def by_name(self, batch, num_reqs):
        lens = batch.seq_lens_cpu[:num_reqs] - batch.prefix_lens_cpu[:num_reqs]
        return lens.max().item(), self.lens_cpu.tolist(), batch.seq_lens.np[0].item()

    def by_attribute(self):
        return self.on_host[0].item()

    def by_flow(self, seq_lens: torch.Tensor, event):
        lens = torch.empty_like(seq_lens, device="cpu", pin_memory=True)
        lens.copy_(seq_lens, non_blocking=True)
        event.synchronize()
        return lens.tolist()

    def made_here(self, lens):
        return torch.tensor(lens).cumsum(0)[-1].item()

    def by_array(self, lens):
        ends = np.cumsum(lens)
        return ends[-1].item(), ends.tolist(), int(ends.max())

    def asynchronous(self, ids: torch.Tensor):
        copy = ids.to("cpu", non_blocking=True)
        self.copied.record()
        return copy

    def fetched(self, result):
        self.copied.synchronize()
        return result.next_token_ids.cpu().tolist(), result.counts[0].item()

    def known_without_elements(self, ids: torch.Tensor):
        if ids.numel() > 0 and ids.shape[0] == 2 and ids.is_cuda:
            return len(ids), int(ids.shape[-1])

    def asked_whether_set(self, ids: torch.Tensor = None):
        if ids is not None and ids.dtype != torch.int64:
            return ids

    def fallback(self, seq_lens: torch.Tensor, lens_cpu=None):
        if lens_cpu is None:
            lens_cpu = seq_lens.cpu()
        total = lens_cpu.sum() if lens_cpu is not None else seq_lens.sum().item()
        return lens_cpu, total

    def checked(self, seq_lens: torch.Tensor):
        assert seq_lens.max().item() < 8192, "too long"
        if self.debug:
            print(seq_lens.tolist())
        if seq_lens.shape[0] == 0:
            raise ValueError(f"no lengths: {seq_lens.tolist()}")

    def whatever(self, value):
        if isinstance(value, torch.Tensor):
            return value.cpu()
        if value.device.type != "cpu":
            value = value.cpu()
        return value

    def of_image(self, image_grid_thw: torch.Tensor):
        return image_grid_thw.prod(-1).tolist()

    def taken_apart(self, query: torch.Tensor, table: torch.Tensor):
        out, count = self.attend(query)
        return table[:count], out

    def attend(self, query: torch.Tensor) -> torch.Tensor:
        return query, 3

    def to_cpu(self, ids: torch.Tensor):
        return ids.cpu()

    def filled(self, logits: torch.Tensor, keep: torch.Tensor):
        logits[keep > 0] = 0.0
        logits.masked_fill_(self.mask, 0.0)
        return torch.where(keep > 0, logits, 0.0)

    def gathered(self, table: torch.Tensor, rows: torch.Tensor, count: int):
        return table[rows][:count], torch.repeat_interleave(table, 2, dim=0)

    def repeated(self, table: torch.Tensor, counts: torch.Tensor, total: int):
        return table.repeat_interleave(counts, output_size=total)

    def narrowed(self, copy):
        self.copied.record()
        self.host = copy.to("cpu", non_blocking=True)
        self.copied.record()
        self.copied.synchronize()

    def between(self):
        self.copied.record()
        self.go_on()
        self.copied.synchronize()

    def unknown(self, source):
        value = source.read_one()
        return value.item()

    def given(self, counts):
        return max(counts), any(counts), counts.tolist()

    def rebound(self, ids: torch.Tensor):
        ids = ids.tolist()
        if ids[0] > 3 and max(ids):
            return ids


class HostPool:
    def longest(self, lens: torch.Tensor):
        return lens.max().item()


def reduce_on_hosts(lens: torch.Tensor, cpu_group):
    torch.distributed.all_reduce(lens, group=cpu_group)
    return lens.item()


def load_weights(weights: torch.Tensor):
    return weights.max().item()


def visit_tree(next_token: torch.Tensor, draft_tokens: torch.Tensor, grammar):
    def visit(place: int, next_token: torch.Tensor):
        if next_token[place] != -1:
            visit(int(next_token[place]), next_token)

    grammar.accept_token(int(draft_tokens[0]))
    visit(0, next_token)


def visit_trees(next_token, draft_tokens, grammars):
    next_token_cpu = next_token.cpu  # copied before
    for row, grammar in enumerate(grammars):
        visit_tree(next_token_cpu[row], draft_tokens_cpu[row], grammar)


class Zeroing:
    def __init__(self, addresses, page: int, device):
        self.meta = (torch.tensor(addresses, device=device), page, len(addresses))

    def grid(self, blocks: list):
        # Only one part of the tuple is a tensor.
        addresses, page, count = self.meta
        return min(len(blocks) * count, page), addresses


class Service:
    async def Health(self, request):
        if self.alive:
            # Meant: it asks the device whether it lives.
            torch.zeros((2, 2), device="cuda").sum().item()


class Rotary:
    def forward(self, x: torch.Tensor, length: int):
        if length > self.max_length_cached:
            self.enlarge(x.sum().item(), length)
        return self.table[:length]

    def enlarge(self, x, length):
        self.max_length_cached = length
