"""An attribute that is joined once."""


class Stream:
    def __init__(self):
        self.text = ""

    def extend(self, pieces):
        self.text = "".join([self.text, *pieces])


stream = Stream()
stream.extend(["token "] * 40_000)
print(len(stream.text), hash(stream.text) == hash("token " * 40_000))
