"""Prepares a batch for the device and runs the model on it."""

from __future__ import annotations

import torch


class ModelRunner:
    """One rank's model."""

    def __init__(self, model, device: str):
        self.model = model
        self.device = torch.device(device)
        self.positions = torch.arange(8192, device="cuda")

    def forward(self, input_ids: list[int], seq_lens: list[int]) -> torch.Tensor:
        """The logits of the last token of each request."""
        tokens = torch.tensor(input_ids, dtype=torch.int64, device=self.device)
        lengths = torch.tensor(seq_lens, pin_memory=True).to(self.device, non_blocking=True)
        return self.model.forward(tokens, self.positions[: len(input_ids)], lengths)

    def sample(self, logits: torch.Tensor) -> torch.Tensor:
        """The next token of each request."""
        probabilities = torch.softmax(logits.cuda(), dim=-1)
        if probabilities.isnan().any():
            probabilities = torch.nan_to_num(probabilities)
        return torch.multinomial(probabilities, 1)

    def forward_chunks(self, chunks: list[list[int]]) -> torch.Tensor:
        """The logits of a prompt that is too long for one pass."""
        logits = torch.empty(0)
        for chunk in chunks:
            logits = torch.cat([logits, self.forward(chunk, [len(chunk)])])
        return logits
