#@ path: vllm/v1/worker/gpu_model_runner.py
"""Waits for the device on each step."""

import torch


class Runner:
    def __init__(self, device):
        self.device = device
        self.ends = torch.zeros(64, dtype=torch.int32, device=device)
        self.copied = torch.cuda.Event()

    def longest(self, seq_lens: torch.Tensor):
        return seq_lens.max().item()
        #~     ^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def all_lengths(self, seq_lens: torch.Tensor):
        grown = (seq_lens + 1).to(torch.int64)
        return grown.tolist()
        #~     ^^^^^^^^^^^^^^ gpu-sync minor

    def last(self):
        return int(self.ends[-1])
        #~     ^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def tokens(self, logits):
        ids = torch.argmax(logits, dim=-1)
        ids = ids.view(-1)
        return ids.cpu()
        #~     ^^^^^^^^^ gpu-sync minor

    def moved(self, ids: torch.Tensor):
        return ids.to("cpu")
        #~     ^^^^^^^^^^^^^ gpu-sync minor

    def of_batch(self, batch):
        return batch.seq_lens[0].item()
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def each(self, batch, total):
        for i in range(total):
            use(batch.positions[i].item())
            #~  ^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def wait(self):
        torch.cuda.synchronize()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        self.go_on()

    def wait_for_stream(self):
        torch.cuda.current_stream().synchronize()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def wait_at_once(self):
        self.copied.record()
        self.copied.synchronize()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def any_left(self, left: torch.Tensor):
        if (left > 0).any():
        #~ ^^^^^^^^^^^^^^^^ gpu-sync minor
            return True
        while not torch.all(left == 0):
        #~        ^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
            self.go_on()
        return 1 if left[0] > 2 else 0
        #~          ^^^^^^^^^^^ gpu-sync minor

    def builtin(self, prefix_lens: torch.Tensor):
        if any(prefix_lens):
        #~ ^^^^^^^^^^^^^^^^ gpu-sync minor
            return max(prefix_lens)
            #~     ^^^^^^^^^^^^^^^^ gpu-sync minor

    def same(self, one: torch.Tensor, other: torch.Tensor):
        if torch.equal(one, other):
        #~ ^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
            return one

    def masked(self, logits: torch.Tensor, limit: torch.Tensor):
        mask = (self.ends < limit).expand_as(logits)
        logits[mask] += 1
#~      ^^^^^^^^^^^^ gpu-sync significant
        return logits

    def selected(self, logits: torch.Tensor, keep: torch.Tensor):
        rows = keep.nonzero()
        #~     ^^^^^^^^^^^^^^ gpu-sync minor
        use(rows)
        where = torch.where(keep > 0)
        #~      ^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        use(where)
        return torch.repeat_interleave(logits, keep, dim=0)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def sliced(self, table: torch.Tensor, total: torch.Tensor):
        return table[: total[0]]
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync minor

    def branch(self, batch, fast):
        lens = batch.seq_lens
        if fast:
            lens = lens[:1]
        return lens.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync minor

    def back_on_device(self, seq_lens_cpu: torch.Tensor):
        lens = seq_lens_cpu.to(self.device, non_blocking=True)
        return lens.max().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync significant

    def first_of_a_row(self, one: torch.Tensor, other: torch.Tensor):
        first = one.cpu()
        #~      ^^^^^^^^^ gpu-sync minor
        second = other.cpu()
        return first, second

    def by_name_of_mask(self, query: torch.Tensor, metadata):
        return query[metadata.token_masks]
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor

    def compared(self, drafted, wanted, bonus):
        accepted = drafted == wanted
        return bonus[accepted]
        #~     ^^^^^^^^^^^^^^^ gpu-sync minor
