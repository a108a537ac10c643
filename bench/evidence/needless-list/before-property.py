"""A detokenizer that asks for the number of output tokens after each token, of a property that copies them."""


class Detokenizer:
    def __init__(self, prompt):
        self.tokens = list(prompt)
        self.prompt_length = len(self.tokens)

    @property
    def output(self):
        return self.tokens[self.prompt_length :]


detokenizer = Detokenizer(range(1_000))
total = 0
for token in range(8_000):
    detokenizer.tokens.append(token)
    total += len(detokenizer.output)
print(total)
