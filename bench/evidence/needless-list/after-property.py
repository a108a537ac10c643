"""A detokenizer that asks for the number of output tokens after each token, of a method that subtracts."""


class Detokenizer:
    def __init__(self, prompt):
        self.tokens = list(prompt)
        self.prompt_length = len(self.tokens)

    def output_length(self):
        return len(self.tokens) - self.prompt_length


detokenizer = Detokenizer(range(1_000))
total = 0
for token in range(8_000):
    detokenizer.tokens.append(token)
    total += detokenizer.output_length()
print(total)
