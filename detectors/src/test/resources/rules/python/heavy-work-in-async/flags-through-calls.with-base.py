#@ path: gateway/entrypoints/base.py
"""What the handlers have in common."""


class Serving:
    def preprocess(self, tokenizer, prompts):
        return [prompt for prompt in self.tokenize_all(tokenizer, prompts)]

    def tokenize_all(self, tokenizer, prompts):
        for prompt in prompts:
            if prompt:
                yield self.tokenize(tokenizer, prompt)

    def tokenize(self, tokenizer, prompt):
        return tokenizer(prompt)
