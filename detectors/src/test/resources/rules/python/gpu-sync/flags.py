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
        #~     ^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def all_lengths(self, seq_lens: torch.Tensor):
        grown = (seq_lens + 1).to(torch.int64)
        return grown.tolist()
        #~     ^^^^^^^^^^^^^^ gpu-sync significant

    def last(self):
        return int(self.ends[-1])
        #~     ^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def tokens(self, logits):
        ids = torch.argmax(logits, dim=-1)
        ids = ids.view(-1)
        return ids.cpu()
        #~     ^^^^^^^^^ gpu-sync significant

    def moved(self, ids: torch.Tensor):
        return ids.to("cpu")
        #~     ^^^^^^^^^^^^^ gpu-sync significant

    def of_batch(self, batch):
        return batch.seq_lens[0].item()
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def each(self, batch, total):
        for i in range(total):
            use(batch.positions[i].item())
            #~  ^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def wait(self):
        torch.cuda.synchronize()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant
        self.go_on()

    def wait_for_stream(self):
        torch.cuda.current_stream().synchronize()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def wait_at_once(self):
        self.copied.record()
        self.copied.synchronize()
#~      ^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def any_left(self, left: torch.Tensor):
        if (left > 0).any():
        #~ ^^^^^^^^^^^^^^^^ gpu-sync significant
            return True
        while not torch.all(left == 0):
        #~        ^^^^^^^^^^^^^^^^^^^^ gpu-sync significant
            self.go_on()
        return 1 if left[0] > 2 else 0
        #~          ^^^^^^^^^^^ gpu-sync significant

    def builtin(self, prefix_lens: torch.Tensor):
        if any(prefix_lens):
        #~ ^^^^^^^^^^^^^^^^ gpu-sync significant
            return max(prefix_lens)
            #~     ^^^^^^^^^^^^^^^^ gpu-sync significant

    def same(self, one: torch.Tensor, other: torch.Tensor):
        if torch.equal(one, other):
        #~ ^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant
            return one

    def masked(self, logits: torch.Tensor, limit: torch.Tensor):
        mask = (self.ends < limit).expand_as(logits)
        logits[mask] += 1
#~      ^^^^^^^^^^^^ gpu-sync significant
        return logits

    def selected(self, logits: torch.Tensor, keep: torch.Tensor):
        rows = keep.nonzero()
        #~     ^^^^^^^^^^^^^^ gpu-sync significant
        use(rows)
        where = torch.where(keep > 0)
        #~      ^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant
        use(where)
        return torch.repeat_interleave(logits, keep, dim=0)
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def sliced(self, table: torch.Tensor, total: torch.Tensor):
        return table[: total[0]]
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync significant

    def branch(self, batch, fast):
        lens = batch.seq_lens
        if fast:
            lens = lens[:1]
        return lens.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync significant

    def back_on_device(self, seq_lens_cpu: torch.Tensor):
        lens = seq_lens_cpu.to(self.device, non_blocking=True)
        return lens.max().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync significant

    def first_of_a_row(self, one: torch.Tensor, other: torch.Tensor):
        first = one.cpu()
        #~      ^^^^^^^^^ gpu-sync significant
        second = other.cpu()
        return first, second

    def by_name_of_mask(self, query: torch.Tensor, metadata):
        return query[metadata.token_masks]
        #~     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant

    def compared(self, drafted, wanted, bonus):
        accepted = drafted == wanted
        return bonus[accepted]
        #~     ^^^^^^^^^^^^^^^ gpu-sync significant
