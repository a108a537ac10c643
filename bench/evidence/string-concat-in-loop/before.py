"""An attribute that grows token by token."""


class Stream:
    def __init__(self):
        self.text = ""

    def extend(self, pieces):
        for piece in pieces:
            self.text += piece


stream = Stream()
stream.extend(["token "] * 40_000)
print(len(stream.text), hash(stream.text) == hash("token " * 40_000))
