#@ path: server/engine/model.py
"""Known to be on the device, in a step of inference of a program that no hot path lists."""

import torch


class Model:
    def forward(self, tokens):
        kept = torch.tensor(tokens, dtype=torch.int64).cuda()
        return kept.sum().item()
        #~     ^^^^^^^^^^^^^^^^^ gpu-sync moderate

    def generate(self, prompt, max_new_tokens):
        prompt = torch.tensor(prompt, dtype=torch.int64).cuda()
        # Once an answer, which is little beside its tokens.
        longest = prompt.max().item()
        #~        ^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        answer = []
        for step in range(max_new_tokens):
            token = self.next(prompt, step).cuda()
            answer.append(token.item())
            #~            ^^^^^^^^^^^^ gpu-sync moderate
        return answer, longest

    def verify(self, tokens):
        kept = torch.tensor(tokens, dtype=torch.int64).cuda()
        # Each waits once: what was waited for is read at once.
        places = torch.where(kept > 0)[0].tolist()
        #~       ^^^^^^^^^^^^^^^^^^^^^ gpu-sync moderate
        if torch.all(kept == 0).item() or len(torch.where(kept == 2)[0]) > 0:
            return places
        return None


class FilmPipeline:
    def forward(self, prompt):
        scale = torch.tensor(prompt).cuda().max().item()
        #~      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gpu-sync minor
        # Once a film, which takes seconds.
        return scale


class Trajectory:
    def verify(self, tokens):
        done = torch.tensor(tokens, dtype=torch.int64).cuda() == 0
        if torch.any(done).item():
        #~ ^^^^^^^^^^^^^^^^^^^^^^ gpu-sync moderate
            return None
        # The condition has waited already.
        return torch.where(done)[0]
