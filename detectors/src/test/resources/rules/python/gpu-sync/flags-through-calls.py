#@ path: python/sglang/srt/managers/schedule_batch.py
import torch

from sglang.srt.utils.lengths import as_list, longest, lens_to_cpu, optional_value


class ScheduleBatch:
    def __init__(self, device):
        self.device = device
        self.seq_lens = torch.zeros(8, dtype=torch.int64, device=self.device)

    def prepare_for_decode(self, reqs):
        # Only the caller shows that what the helper reads is on the device.
        lens = torch.tensor([len(req.ids) for req in reqs], pin_memory=True).to(self.device, non_blocking=True)
        most = as_list(lens)
        #~     ^^^^^^^^^^^^^ gpu-sync significant
        self.width = most[-1]

    def update(self):
        width = longest(values=self.seq_lens)
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant
        self.width = width

    def merge(self, weights):
        scale = optional_value(torch.ones(1, device=self.device))
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync significant
        self.scale = scale

    def filter(self, pool):
        # Named for the copy, so that its callers decide whether they need it.
        lens = lens_to_cpu()
        #~     ^^^^^^^^^^^^^ gpu-sync significant
        self.lens = lens
